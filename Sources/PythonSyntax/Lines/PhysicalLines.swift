/// The lines of a file in the order in which flake8 hands them to its rules for physical lines.
///
/// A line comes when the token before its end is read, the lines of a string behind the string, and
/// a line with nothing but a backslash not at all.
package struct PhysicalLines: Sendable {
  /// A line, counted from 1, and whether it ends within a string.
  package struct Line: Sendable, BitwiseCopyable {
    /// The line.
    package let number: Int
    /// Whether it ends within a string.
    package let isInString: Bool
  }

  /// The lines; some come twice when f-strings are nested.
  package private(set) var lines = ContiguousArray<Line>()

  /// The lines that the tokens end.
  package init(_ tokens: ContiguousArray<PlacedToken>, of source: PythonSource) {
    lines.reserveCapacity(source.lineCount)
    var stringStart = 0
    for token in tokens {
      if token.kind == .formattedStart || token.kind == .templateStart { stringStart = token.line }
      if source.endsLine(token) {
        lines.append(Line(number: token.endLine, isInString: false))
      } else if token.kind == .formattedEnd || token.kind == .templateEnd {
        appendLines(stringStart, token.endLine)
      } else if token.kind == .string {
        appendLines(token.line, token.endLine)
      }
    }
  }

  private mutating func appendLines(_ first: Int, _ end: Int) {
    guard first < end else { return }
    for number in first..<end { lines.append(Line(number: number, isInString: true)) }
  }
}

extension PythonSource {
  /// Whether the token is a line end, or only a backslash follows on the line.
  fileprivate func endsLine(_ token: PlacedToken) -> Bool {
    if token.kind == .newline || token.kind == .blankNewline { return true }
    guard token.line == token.endLine else { return false }
    var index = token.end
    while index < bytes.count, bytes[index].isBlank { index += 1 }
    return index + 1 < bytes.count && bytes[index] == Byte.backslash
      && bytes[index + 1] == Byte.newline
  }
}
