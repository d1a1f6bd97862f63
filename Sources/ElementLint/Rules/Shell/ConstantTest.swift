import Diagnostics
import ShellSyntax

/// Flags comparisons of two constants.
struct ConstantTest: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH837",
    name: "constant-test",
    severity: .warning,
    rationale: """
      A comparison without any variable always gives the same answer. Most likely a `$` is missing, or a blank:
      `[ $FOO=bar ]` is one word, and true.
      """,
    flagged: [
      "if [ «DISTRO_NAME = ubuntu» ]; then\n    date\nfi\n", "[[ «FOO == bar» ]] && date\n",
      "if [ «$FOO=bar» ]; then\n    date\nfi\n",
    ],
    accepted: [
      "if [ \"$DISTRO_NAME\" = ubuntu ]; then\n    date\nfi\n", "[[ $FOO == bar ]] && date\n",
      "[ -n foo ]\n",
    ])

  func check(_ script: LintedScript) -> [Finding] {
    let tests = script.invocations(of: "[", "test").map { test in
      test.name == "[" ? Array(test.arguments.dropLast()) : Array(test.arguments)
    }
    let compounds = script.syntax.compounds.filter { $0.kind == .test }.map { Array($0.words) }
    return (tests + compounds).compactMap { words in
      isConstant(words) || isGlued(words)
        ? finding(
          "this says the same whatever happens",
          at: words[0].location.through(words[words.count - 1].location),
          hint: isGlued(words) ? "put blanks around `=`" : "is a `$` missing?") : nil
    }
  }

  private func isConstant(_ words: [ShellWord]) -> Bool {
    words.count == 3 && Self.comparisons.contains(words[1].text)
      && [words[0], words[2]].allSatisfy { $0.isLiteral && !$0.hasPattern }
  }

  /// Whether the operator is a part of the only word.
  private func isGlued(_ words: [ShellWord]) -> Bool {
    guard words.count == 1, !words[0].isLiteral else { return false }
    return words[0].parts.contains { part in
      if case .literal(let text) = part.content {
        text.hasPrefix("=") || text.hasPrefix("!=")
      } else {
        false
      }
    }
  }

  private static let comparisons: Set = [
    "!=", "-eq", "-ge", "-gt", "-le", "-lt", "-ne", "=", "==", "=~",
  ]
}
