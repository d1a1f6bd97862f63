import Diagnostics
import ShellSyntax

/// Flags packages that are installed when the machine runs.
struct PackagesAtRunTime: ShellRule {
  static let metadata = RuleMetadata(
    code: "OR903",
    name: "packages-at-run-time",
    severity: .error,
    rationale: """
      What os-refresh-config installs is not in the image, differs from machine to machine, and is missing where
      there is no network. Install it while the image is built.
      """,
    flagged: [
      [
        "foo/os-refresh-config/configure.d/50-foo": .executable(
          "#!/bin/bash\n«apt-get» -y install foo\n")
      ]
    ],
    accepted: [
      ["foo/install.d/50-foo": .executable("#!/bin/bash\napt-get -y install foo\n")],
      [
        "foo/os-refresh-config/configure.d/50-foo": .executable(
          "#!/bin/bash\napt-get -y remove foo\n")
      ],
    ])

  func check(_ script: LintedScript) -> [Finding] {
    guard script.isRuntimeConfiguration else { return [] }
    return script.invocations(of: ShellInvocation.networkPrograms)
      .filter { $0.installsPackages || $0.installsPythonPackages }
      .map { program in
        finding(
          "packages are installed when the machine runs", at: program.word.location,
          hint: "use `package-installs.yaml`")
      }
  }
}
