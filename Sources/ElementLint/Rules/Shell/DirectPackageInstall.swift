import Diagnostics
import ShellSyntax

/// Flags hooks that install packages themselves.
struct DirectPackageInstall: ShellRule {
  static let metadata = RuleMetadata(
    code: "PK418",
    name: "direct-package-install",
    severity: .info,
    rationale: """
      `package-installs.yaml` says what an element needs, for each distribution by its own name, and all
      elements' packages are installed in one go. A hook that installs its own takes a run of the package
      manager more.
      """,
    flagged: [["foo/install.d/50-foo": .executable("#!/bin/bash\n«apt-get» -y install foo\n")]],
    accepted: [
      ["foo/install.d/50-foo": .executable("#!/bin/bash\napt-get -y remove foo\n")],
      ["foo/root.d/50-foo": .executable("#!/bin/bash\nsudo apt-get -y install foo\n")],
    ])

  func check(_ script: LintedScript) -> [Finding] {
    guard script.isInChroot else { return [] }
    return script.invocations(of: ["install-packages"] + PackageManager.known.keys.sorted())
      .filter(\.installsPackages)
      .map { program in
        finding(
          "the hook installs packages itself", at: program.word.location,
          hint: "list them in `package-installs.yaml`")
      }
  }
}
