import Diagnostics
import ShellSyntax

/// Flags unquoted expansions in `[`.
struct UnquotedTestOperand: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH828",
    name: "unquoted-test-operand",
    severity: .warning,
    rationale: """
      An empty value without quotes is no word at all: `[ -n $FOO ]` is then true and `[ $FOO = bar ]` an
      error. Quote the operand, or use `[[ … ]]`. A remark where the value is hardly empty, as under `set -u`.
      """,
    flagged: ["if [ -n «$FOO» ]; then\n    date\nfi\n", "[ «$FOO» = bar ] || date\n"],
    accepted: [
      "if [ -n \"$FOO\" ]; then\n    date\nfi\n", "[[ $FOO = bar ]] || date\n", "[ $# -gt 1 ]\n",
      "[ ${#FOO} -gt 1 ]\n", "[ ${FOO:-0} -gt 1 ]\n", "[ $((1 + FOO)) -gt 1 ]\n",
    ])

  func check(_ script: LintedScript) -> [Finding] {
    script.invocations(of: "[", "test").flatMap { test -> [Finding] in
      let words = test.name == "[" ? Array(test.arguments.dropLast()) : Array(test.arguments)
      return words.indices.filter { words[$0].canBeSplit }.map { index in
        finding(
          "an empty or blank value changes what is tested", at: words[index].location,
          severity: severity(of: words, at: index, in: script), hint: "quote it",
          // A word alone may hold a whole condition.
          fix: words.count > 1 ? words[index].quotingFix : nil)
      }
    }
  }

  /// A warning where an empty value is likely enough and makes the test say something wrong.
  private func severity(of words: [ShellWord], at index: Int, in script: LintedScript) -> Severity {
    let before = index > 0 ? words[index - 1].text : ""
    let after = index + 1 < words.count ? words[index + 1].text : ""
    guard let value = words[index].loneExpansion, !script.isSurelyOneWord(value) else {
      return .info
    }
    if before == "-n" { return .warning }
    let isMisled =
      ["-d", "-e", "-f", "=", "==", "!="].contains(before) || ["=", "==", "!="].contains(after)
    return isMisled && (value.toleratesUnset || !script.isOn(.nounset)) ? .warning : .info
  }
}
