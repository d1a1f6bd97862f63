import Diagnostics
import ShellSyntax

/// Flags `-a` and `-o` between the conditions of `[`.
struct CombinedTest: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH826",
    name: "combined-test",
    severity: .info,
    rationale: """
      What `[ … -a … ]` and `[ … -o … ]` mean depends on the values, and POSIX marks them obsolete. Write
      `[ … ] && [ … ]` and `[ … ] || [ … ]`.
      """,
    flagged: ["if [ -e /foo «-a» -e /bar ]; then\n    date\nfi\n"],
    accepted: [
      "if [ -e /foo ] && [ -e /bar ]; then\n    date\nfi\n", "[ \"$FOO\" = -a ]\n", "[ -a /foo ]\n",
      "[ -o errexit ]\n",
    ])

  func check(_ script: LintedScript) -> [Finding] {
    script.invocations(of: "[", "test").flatMap { test -> [Finding] in
      let operators = operators(of: test)
      return operators.map { word in
        finding(
          "`\(word.text)` between conditions is obsolete", at: word.location,
          hint: "write `\(word.text == "-a" ? "&&" : "||")` between two tests",
          fix: operators.count == 1 ? fix(test, word) : nil)
      }
    }
  }

  private func operators(of test: ShellInvocation) -> [ShellWord] {
    let words = Array(test.arguments)
    return words.indices.dropFirst().dropLast().filter { index in
      ["-a", "-o"].contains(words[index].text) && !Self.comparisons.contains(words[index - 1].text)
        && words[index + 1].text != "]"
    }.map { words[$0] }
  }

  private static let comparisons: Set = [
    "!", "!=", "-ef", "-eq", "-ge", "-gt", "-le", "-lt", "-ne", "-nt", "-ot", "=", "==", "(", "\\(",
  ]

  /// Two tests have another precedence than one beside `&&`, `||` and `!`.
  private func fix(_ test: ShellInvocation, _ word: ShellWord) -> Finding.Fix? {
    let context = test.command.context
    let isAlone =
      !context.isGuarded && !context.precedesAnd && !context.precedesOr && !context.isNegated
      && context.pipeline == nil
    guard test.name == "[", isAlone, test.isDirect, test.command.redirections.isEmpty,
      !test.arguments.contains(where: { $0.text == "\\(" })
    else { return nil }
    let sign = word.text == "-a" ? "&&" : "||"
    return Finding.Fix(
      "write two tests", replacing: word.location, with: "] \(sign) [")
  }
}
