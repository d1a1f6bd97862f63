import Diagnostics
import ShellSyntax

/// Flags `which`.
struct WhichCommand: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH811",
    name: "which-command",
    severity: .info,
    rationale: """
      `which` is a program of its own, missing from small systems, and neither its output nor its
      status is specified. `command -v` and `type -p` are built into the shell.
      """,
    flagged: [
      "if «which» curl >/dev/null; then\n    echo curl\nfi\n",
      "sudo -u foo «/usr/bin/which» curl\n",
    ],
    accepted: [
      "if command -v curl >/dev/null; then\n    echo curl\nfi\n",
      "# which shell\necho \"which one\"\n",
      "sudo echo which\n",
    ],
    legacyNames: ["which"])

  func check(_ script: LintedScript) -> [Finding] {
    script.invocations(of: "which").map { which in
      finding(
        "`which` may be missing", at: which.word.location, hint: "use `command -v` or `type -p`",
        fix: fix(which))
    }
  }

  /// `command -v` differs from `which` when there are options or several names, and no other program
  /// can run it.
  private func fix(_ which: ShellInvocation) -> Finding.Fix? {
    guard which.isDirect, which.arguments.count == 1,
      which.arguments.first?.literal?.hasPrefix("-") != true
    else { return nil }
    return Finding.Fix(
      "use `command -v`", edits: [Finding.Edit(replacing: which.word.location, with: "command -v")])
  }
}
