/// A token with the lines and columns of its ends.
///
/// Lines count from 1, columns are characters and count from 0, as in Python's own `tokenize`.
package struct PlacedToken: Sendable, BitwiseCopyable {
  /// What the token is.
  package let kind: PythonToken.Kind
  private let startOffset: UInt32
  private let endOffset: UInt32
  private let startLine: UInt32
  private let startColumn: UInt32
  private let lastLine: UInt32
  private let lastColumn: UInt32

  init(_ token: PythonToken, column: Int, endLine: Int, endColumn: Int) {
    kind = token.kind
    startOffset = token.start
    endOffset = token.end
    startLine = token.line
    startColumn = UInt32(truncatingIfNeeded: column)
    lastLine = UInt32(truncatingIfNeeded: endLine)
    lastColumn = UInt32(truncatingIfNeeded: endColumn)
  }
}

extension PlacedToken {
  /// The offset of the first byte.
  package var start: Int { Int(startOffset) }
  /// The offset behind the last byte.
  package var end: Int { Int(endOffset) }
  /// The bytes of the token.
  package var range: Range<Int> { start..<end }
  /// The line of the first character.
  package var line: Int { Int(startLine) }
  /// The column of the first character.
  package var column: Int { Int(startColumn) }
  /// The line on which the token ends.
  package var endLine: Int { Int(lastLine) }
  /// The column behind the last character.
  package var endColumn: Int { Int(lastColumn) }
  /// Where the token starts.
  package var place: TokenPlace { TokenPlace(line: line, column: column) }
  /// The place behind the token.
  package var endPlace: TokenPlace { TokenPlace(line: endLine, column: endColumn) }
}

/// A line, counted from 1, and a column in characters, counted from 0.
package struct TokenPlace: Hashable, Sendable, BitwiseCopyable {
  /// The line.
  package var line: Int
  /// The column; negative where arithmetic on places of other lines gives that.
  package var column: Int

  /// The place at a line and a column.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
