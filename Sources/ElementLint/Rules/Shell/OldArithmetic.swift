import Diagnostics
import ShellSyntax

/// Flags `$[…]`; bashate's rule.
struct OldArithmetic: ShellRule {
  static let metadata = RuleMetadata(
    code: "E041",
    name: "old-arithmetic",
    severity: .info,
    rationale: """
      `$[expression]` is an old form of `$((expression))` that Bash no longer documents and other shells
      do not have.
      """,
    flagged: ["export FOO=«$[1 + 2]»\n"],
    accepted: ["export FOO=$((1 + 2))\n", "grep 'foo$[0-9]' bar\n"])

  func check(_ script: LintedScript) -> [Finding] {
    guard script.text.contains("$[") else { return [] }
    return script.syntax.extensions.filter { $0.kind == .oldArithmetic }.map { old in
      finding(
        "`$[…]` is an obsolete form", at: old.location, hint: "write `$((…))`",
        fix: fix(old.location))
    }
  }

  private func fix(_ location: SourceLocation) -> Finding.Fix? {
    guard let start = location.start, let end = location.end else { return nil }
    let opening = SourcePosition(line: start.line, column: start.column + 2)
    let closing = SourcePosition(line: end.line, column: end.column - 1)
    return Finding.Fix(
      "write `$((…))`",
      edits: [
        Finding.Edit(from: start, to: opening, text: "$(("),
        Finding.Edit(from: closing, to: end, text: "))"),
      ])
  }
}
