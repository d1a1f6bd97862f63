import Diagnostics
import ShellSyntax

/// Flags `then` on a line of its own; bashate's rule.
struct SeparateThen: ShellRule {
  static let metadata = RuleMetadata(
    code: "E011",
    name: "separate-then",
    severity: .info,
    rationale: "A condition is written `if condition; then`, and so is `elif`, all on one line.",
    flagged: ["if [ -e /foo ]\n«then»\n    echo foo\nelif true\n«then»\n    echo bar\nfi\n"],
    accepted: ["if [ -e /foo ] ||\n        [ -e /bar ]; then\n    echo foo\nfi\n"])

  func check(_ script: LintedScript) -> [Finding] {
    script.keywordsAtLineStart(.thenKeyword).map { keyword, before in
      finding(
        "`then` is not on the line of its condition", at: keyword,
        hint: "write `; then` on the line above",
        fix: script.joining(keyword, to: before, "move `then` to the line above", "then"))
    }
  }
}
