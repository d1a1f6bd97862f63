import Diagnostics
import ShellSyntax

/// Flags `pip install` into the system's Python.
struct SystemPip: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH815",
    name: "system-pip",
    severity: .warning,
    rationale: """
      What pip installs beside the distribution's packages overwrites their files, or is refused as the
      environment is managed from outside. Install into a virtual environment and link the programs.
      """,
    flagged: [
      ["foo/install.d/50-foo": .executable("#!/bin/bash\n«pip3» install foo\n")],
      ["foo/install.d/50-foo": .executable("#!/bin/bash\n«python3» -m pip install foo\n")],
    ],
    accepted: [
      [
        "foo/install.d/50-foo": .executable(
          "#!/bin/bash\npython3 -m venv /opt/foo\n/opt/foo/bin/pip install foo\n")
      ],
      ["foo/install.d/50-foo": .executable("#!/bin/bash\npip3 install --target /opt foo\n")],
    ])

  func check(_ script: LintedScript) -> [Finding] {
    guard script.isInChroot, !script.text.contains("bin/activate") else { return [] }
    return script.invocations(of: "pip", "pip2", "pip3", "python", "python2", "python3")
      .filter { $0.installsPythonPackages && isSystem($0.word) && !goesElsewhere($0) }
      .map { pip in
        finding(
          "pip installs into the system's Python", at: pip.word.location,
          hint: "install into a virtual environment: `python3 -m venv`")
      }
  }

  private func isSystem(_ program: ShellWord) -> Bool {
    let text = program.literal ?? ""
    return !text.contains("/") || text.hasPrefix("/usr/bin/")
  }

  private func goesElsewhere(_ pip: ShellInvocation) -> Bool {
    pip.hidesOptions || pip.hasOption("t", "--target", "--root", "--prefix", "--user", "--download")
  }
}
