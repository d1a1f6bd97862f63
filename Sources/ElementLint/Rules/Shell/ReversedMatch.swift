import Diagnostics
import ShellSyntax

/// Flags `=~` with the pattern on its left.
struct ReversedMatch: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH834",
    name: "reversed-match",
    severity: .warning,
    rationale: """
      The pattern of `=~` stands on its right. The other way round the text is searched for the value of the
      variable: anything matches when it is empty, and `7` matches `17`. A remark where the text is a list of
      words, of which the variable is meant to be one.
      """,
    flagged: [
      "[[ «'^foo-.*$' =~ $FOO» ]] && date\n", "[[ «\"foo bar\" =~ $FOO» ]] && date\n",
    ],
    accepted: ["[[ $FOO =~ ^foo-.*$ ]] && date\n", "[[ \" foo bar \" == *\" $FOO \"* ]] && date\n"])

  func check(_ script: LintedScript) -> [Finding] {
    guard script.text.contains("=~") else { return [] }
    return script.syntax.compounds.filter { $0.kind == .test }.flatMap { test -> [Finding] in
      let words = Array(test.words)
      return words.indices.dropFirst().dropLast()
        .filter { words[$0].text == "=~" && words[$0 - 1].isLiteral && !words[$0 + 1].isLiteral }
        .map { reversed(words[$0 - 1], words[$0 + 1]) }
    }
  }

  private func reversed(_ text: ShellWord, _ pattern: ShellWord) -> Finding {
    let isPattern = text.literal?.contains { "^$*.[(|+?\\".contains($0) } ?? false
    return finding(
      isPattern
        ? "the pattern of `=~` stands on its left"
        : "an empty value, or a part of a word, matches too",
      at: text.location.through(pattern.location), severity: isPattern ? .warning : .info,
      hint: isPattern
        ? "write the pattern on the right, without quotes"
        : "compare `\" foo bar \" == *\" $FOO \"*`, or use `case`")
  }
}
