import Diagnostics
import ShellSyntax

/// Flags operators of `[[` in `[`; bashate's rule.
struct OperatorInTest: ShellRule {
  static let metadata = RuleMetadata(
    code: "E044",
    name: "operator-in-test",
    severity: .error,
    rationale: """
      In `[ … ]`, `<` and `>` are redirections: the test reads or overwrites a file of that name. `=~` is
      no operator there at all. Use `[[ … ]]`, or `-lt` and `-gt` for numbers.
      """,
    flagged: ["[ \"$FOO\" «> 7» ]\n", "[ \"$FOO\" «=~» ^a ]\n"],
    accepted: [
      "[[ \"$FOO\" > a && $FOO =~ ^a ]]\n", "[ \"$FOO\" -gt 7 ]\n", "[ \"$FOO\" \\> a ]\n",
      "[ \"$FOO\" -gt 7 ] 2>/dev/null\n",
    ])

  func check(_ script: LintedScript) -> [Finding] {
    script.invocations(of: "[").flatMap { test -> [Finding] in
      guard let last = test.command.words.last else { return [] }
      let redirections = test.command.redirections.filter {
        ($0.kind == .input || $0.kind == .output) && $0.descriptor == nil
          && $0.location < last.location
      }
      let matches = test.arguments.filter { $0.literal == "=~" && !$0.isQuoted }
      return redirections.map {
        finding(
          "this is a redirection, not a comparison", at: $0.location,
          hint: "use `[[`, or `-lt` and `-gt` for numbers")
      }
        + matches.map { finding("`[` has no operator `=~`", at: $0.location, hint: "use `[[`") }
    }
  }
}
