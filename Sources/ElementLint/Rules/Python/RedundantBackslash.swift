import Diagnostics
import PythonSyntax

/// Flags backslashes that join lines inside of brackets; pycodestyle's `E502`.
struct RedundantBackslash: LogicalLineRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E502", "redundant-backslash", "Lines inside of brackets are joined anyway.",
      flagged: ["x = (1 + «»\\\n     2)\n"],
      accepted: ["x = (1 +\n     2)\n", "x = 1 + \\\n    2\n"])
  ]

  func check(_ line: LogicalLine, of python: LintedPython, _ report: inout PythonReport) {
    guard let first = line.tokens.first, python.logical.tokens[first].line < line.lastLine else {
      return
    }
    var walk = BackslashWalk()
    for index in line.tokens {
      let token = python.logical.tokens[index]
      if let place = walk.step(to: token, in: python.source) {
        report.add("E502", at: place, "the backslash is redundant between brackets")
      }
    }
  }
}

/// Follows brackets and the backslashes at the ends of lines.
private struct BackslashWalk {
  private var line = 0
  private var lastLine = 0
  private var depth = 0
  private var hasComment = false
  private var backslash: TokenPlace?

  /// The place of the backslash that was not needed to get to the token.
  mutating func step(to token: PlacedToken, in source: PythonSource) -> TokenPlace? {
    if token.kind == .comment { hasComment = true }
    let isNewLine = token.line != line
    let found = isNewLine && depth != 0 && !hasComment ? backslash : nil
    if isNewLine { hasComment = false }
    if token.endLine != lastLine {
      backslash = source.backslash(of: token)
      line = token.endLine
      lastLine = line
    } else {
      line = token.line
    }
    if token.kind.isOpening { depth += 1 }
    if token.kind.isClosing { depth -= 1 }
    return found
  }
}

extension PythonSource {
  /// Where flake8 sees a backslash at the end of the token's last line: in the column that the
  /// token's first line ends with.
  fileprivate func backslash(of token: PlacedToken) -> TokenPlace? {
    guard bytes[range(ofLine: token.endLine)].last == UInt8(ascii: "\\") else { return nil }
    let length = characterCount(range(ofLine: token.line))
    return TokenPlace(line: token.endLine, column: length - 1)
  }
}
