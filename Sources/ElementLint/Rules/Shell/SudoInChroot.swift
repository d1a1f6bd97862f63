import Diagnostics
import ElementModel
import ShellSyntax

/// Flags `sudo` where everything runs as root already.
struct SudoInChroot: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH807",
    name: "sudo-in-chroot",
    severity: .info,
    rationale: """
      Hooks of this phase run as root inside the image, where `sudo` may not be installed at all. To become
      somebody else, `sudo -u` or `runuser -u` is fine.
      """,
    flagged: [["foo/install.d/50-foo": .executable("#!/bin/bash\n«sudo» mkdir -p /foo\n")]],
    accepted: [
      ["foo/install.d/50-foo": .executable("#!/bin/bash\nsudo -u foo mkdir -p /foo\n")],
      ["foo/root.d/50-foo": .executable("#!/bin/bash\nsudo mkdir -p $TARGET_ROOT/foo\n")],
    ])

  func check(_ script: LintedScript) -> [Finding] {
    guard script.isInChroot else { return [] }
    return script.invocations(of: "sudo").compactMap { sudo in
      guard let next = sudo.arguments.first, !next.text.hasPrefix("-") || next.literal == "-E"
      else { return nil }
      return finding(
        "hooks of this phase are root already", at: sudo.word.location, hint: "drop `sudo`",
        fix: fix(sudo, next))
    }
  }

  /// Options and assignments before the program are left to people.
  private func fix(_ sudo: ShellInvocation, _ program: ShellWord) -> Finding.Fix? {
    guard let name = program.literal, !name.hasPrefix("-"), !name.contains("="),
      let end = program.location.start
    else { return nil }
    let place = SourceLocation(sudo.word.location.path, sudo.word.location.start, to: end)
    return Finding.Fix("drop `sudo`", replacing: place, with: "")
  }
}
