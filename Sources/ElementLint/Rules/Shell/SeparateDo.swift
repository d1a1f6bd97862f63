import Diagnostics
import ShellSyntax

/// Flags `do` on a line of its own; bashate's rule.
struct SeparateDo: ShellRule {
  static let metadata = RuleMetadata(
    code: "E010",
    name: "separate-do",
    severity: .info,
    rationale: "A loop begins `for name in list; do` or `while condition; do`, all on one line.",
    flagged: ["for foo in bar baz\n«do»\n    echo \"$foo\"\ndone\n"],
    accepted: [
      "for foo in bar baz; do\n    echo \"$foo\"\ndone\n",
      "for foo in bar \\\n        baz; do\n    echo \"$foo\"\ndone\n",
    ])

  func check(_ script: LintedScript) -> [Finding] {
    script.keywordsAtLineStart(.doKeyword).map { keyword, before in
      finding(
        "`do` is not on the line of its loop", at: keyword, hint: "write `; do` on the line above",
        fix: script.joining(keyword, to: before, "move `do` to the line above", "do"))
    }
  }
}
