/// A token with the lines and columns of its ends.
///
/// Lines count from 1, columns are characters and count from 0, as in Python's own `tokenize`.
package struct PlacedToken: Sendable, BitwiseCopyable {
  /// What the token is.
  package let kind: PythonToken.Kind
  /// The offset of the first byte.
  package let start: Int
  /// The offset behind the last byte.
  package let end: Int
  /// The line of the first character.
  package let line: Int
  /// The column of the first character.
  package let column: Int
  /// The line on which the token ends.
  package let endLine: Int
  /// The column behind the last character.
  package let endColumn: Int
}

extension PlacedToken {
  /// The bytes of the token.
  @inlinable package var range: Range<Int> { start..<end }
  /// Where the token starts.
  @inlinable package var place: TokenPlace { TokenPlace(line: line, column: column) }
  /// The place behind the token.
  @inlinable package var endPlace: TokenPlace { TokenPlace(line: endLine, column: endColumn) }
}

/// A line, counted from 1, and a column in characters, counted from 0.
package struct TokenPlace: Hashable, Sendable, BitwiseCopyable {
  /// The line.
  package var line: Int
  /// The column; negative where arithmetic on places of other lines gives that.
  package var column: Int

  /// The place at a line and a column.
  @inlinable package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
