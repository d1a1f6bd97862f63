import Diagnostics
import PythonSyntax

/// Flags long lines of comments and docstrings, where a limit is set; pycodestyle's `W505`.
struct LongDocLine: LogicalLineRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "W505", "long-doc-line",
      """
      Prose reads best in narrow columns. The rule looks only where `max-doc-length` sets a limit.
      """,
      flagged: [
        PythonExample(
          "# a comment of some words that goes on and on, far beyond what is «»good for it\n",
          limited)
      ],
      accepted: [PythonExample("# a comment of some words\n", limited)])
  ]

  private static let limited = {
    var options = PythonOptions()
    options.maxDocLength = 66
    return options
  }()

  /// A comment with one word that starts before this column is no prose.
  private let wordLimit = 72

  func check(_ line: LogicalLine, of python: LintedPython, _ report: inout PythonReport) {
    guard let limit = python.options.maxDocLength else { return }
    let tokens = python.logical.tokens[line.tokens]
    let isDocstring = tokens.allSatisfy {
      $0.kind.isLayout || $0.kind == .comment || $0.kind == .string
    }
    var isFirstOnLine = true
    for token in tokens {
      let isProse = token.kind == .comment || token.kind == .string && isDocstring
      if isProse, isFirstOnLine { check(token, in: python.source, limit, &report) }
      // A string in code is passed over, as if it were not there.
      if token.kind != .string || isDocstring { isFirstOnLine = token.kind.isLayout }
    }
  }

  private func check(
    _ token: PlacedToken, in source: PythonSource, _ limit: Int, _ report: inout PythonReport
  ) {
    for line in token.line...token.endLine {
      let text = source.range(ofLine: line)
      if line == 1, source.bytes[text].starts(with: "#!".utf8) { return }
      // No character is less than a byte.
      guard text.count > limit else { continue }
      let length = source.characterCount(text)
      guard length > limit, !isLoneWord(text, of: token, isLast: line == token.endLine, in: source)
      else { continue }
      report.add(
        "W505", at: TokenPlace(line: line, column: limit),
        "doc line too long (\(length) > \(limit) characters)")
    }
  }

  private func isLoneWord(
    _ text: Range<Int>, of token: PlacedToken, isLast: Bool, in source: PythonSource
  ) -> Bool {
    let words = source.words(text, atMost: 3)
    guard let last = words.last else { return false }
    let isAlone = token.kind == .comment ? words.count == 2 : words.count == 1 && !isLast
    guard isAlone else { return false }
    let rest = source.characterCount(text) - source.characterCount(last)
    return rest < wordLimit
  }
}
