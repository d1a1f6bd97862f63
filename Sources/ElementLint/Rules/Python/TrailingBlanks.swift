import Diagnostics
import PythonSyntax

/// Flags blanks at the end of lines; pycodestyle's `W291` and `W293`.
struct TrailingBlanks: PythonRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "W291", "trailing-blanks",
      """
      Blanks at the end of a line are invisible, make differences where there are none, and break a
      backslash that was to join lines.
      """,
      flagged: ["x = 1«»  \n"],
      accepted: ["x = 1\n"]),
    .python(
      "W293", "blanks-on-blank-line",
      """
      Blanks on a blank line are invisible and make differences where there are none.
      """,
      flagged: ["x = 1\n«»    \ny = 2\n"],
      accepted: ["x = 1\n\ny = 2\n"]),
  ]

  func check(_ python: LintedPython, _ report: inout PythonReport) {
    let bytes = python.source.bytes
    for line in python.physical.lines {
      var text = python.source.range(ofLine: line.number)
      guard let last = text.last, bytes[last] <= 0x20 else { continue }
      while let last = text.last, bytes[last] == formFeed { text.removeLast() }
      let stripped = text.lowerBound..<text.upperBound - trailingBlanks(bytes[text])
      guard stripped.count < text.count else { continue }
      let column = python.source.characterCount(stripped)
      report.add(
        column > 0 ? "W291" : "W293", at: TokenPlace(line: line.number, column: column),
        column > 0 ? "trailing whitespace" : "blank line contains whitespace")
    }
  }

  private let formFeed: UInt8 = 0x0C
  private let verticalTab: UInt8 = 0x0B

  private func trailingBlanks(_ line: ArraySlice<UInt8>) -> Int {
    line.reversed().prefix { $0 == 0x20 || $0 == 0x09 || $0 == verticalTab }.count
  }
}
