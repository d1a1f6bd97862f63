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
      "[ ${#FOO} -gt 1 ]\n", "[ $((1 + FOO)) -gt 1 ]\n",
    ])

  func check(_ script: LintedScript) -> [Finding] {
    script.invocations(of: "[", "test").flatMap { test -> [Finding] in
      let words = Array(test.arguments)
      return words.indices.filter { words[$0].isSplit }.map { index in
        finding(
          "an empty or blank value changes what is tested", at: words[index].location,
          severity: severity(of: words, at: index, in: script), hint: "quote it",
          fix: words[index].quotingFix)
      }
    }
  }

  /// A warning where an empty value is likely enough and makes the test say something wrong.
  private func severity(of words: [ShellWord], at index: Int, in script: LintedScript) -> Severity {
    let before = index > 0 ? words[index - 1].text : ""
    let after = index + 1 < words.count ? words[index + 1].text : ""
    guard let name = words[index].loneVariable, !script.isSurelyOneWord(name) else { return .info }
    if before == "-n" { return .warning }
    let isMisled =
      ["-d", "-e", "-f", "=", "==", "!="].contains(before) || ["=", "==", "!="].contains(after)
    return isMisled && !script.isOn(.nounset) ? .warning : .info
  }
}

extension LintedScript {
  /// Whether the script gives the variable only values of one word, or the builder does.
  fileprivate func isSurelyOneWord(_ name: String) -> Bool {
    if LegacyVariables.always.contains(name) { return true }
    let values = variables.assignments[name] ?? []
    return !values.isEmpty
      && values.allSatisfy { value in
        value.value.literal.map { !$0.isEmpty && !$0.contains(where: \.isWhitespace) } ?? false
      }
  }
}

extension ShellWord {
  /// The variable whose value is all of the word.
  fileprivate var loneVariable: String? {
    guard case .parameter(let expansion)? = expansions.first?.content,
      expansion.operation == .value,
      expansion.text == text
    else { return nil }
    return expansion.name
  }

  /// Whether the result of an expansion in it can be no word, or several.
  fileprivate var isSplit: Bool {
    parts.contains { part in
      switch part.content {
      case .substitution: true
      case .parameter(let expansion): !expansion.isNumber
      default: false
      }
    }
  }

  /// Quotes around the whole word, when there are none inside.
  fileprivate var quotingFix: Finding.Fix? {
    guard !isQuoted, !hasPattern, !text.contains("\""), !text.contains("`") else { return nil }
    return Finding.Fix("quote it", replacing: location, with: "\"\(text)\"")
  }
}

extension ParameterExpansion {
  /// Whether the value is always a number.
  fileprivate var isNumber: Bool {
    operation == .length || ["#", "?", "$", "!"].contains(name)
  }
}
