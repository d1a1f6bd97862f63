/// A statement, or a comment on its own, as pycodestyle's rules see it: on one line, without
/// comments, and with `x` for each character of a string.
///
/// Of a comment the text is empty. The text itself is in the `LogicalLines`.
package struct LogicalLine: Sendable {
  /// Its tokens, line ends and indents included.
  package let tokens: Range<Int>
  /// Where its text is in the text of all lines.
  package let text: Range<Int>
  /// Its rows in the table of offsets.
  let map: Range<Int>
  /// The line on which it ends.
  package let lastLine: Int
  /// The width of its indent, tabs reaching to multiples of eight.
  package let indentLevel: Int
  /// The blank lines directly above.
  package let blankLines: Int
  /// The most blank lines directly above it, or above one of the comments that it follows.
  package let blankLinesBefore: Int
  /// The index of the statement above.
  package let previous: Int?
  /// The index of the statement above that is not indented.
  package let previousUnindented: Int?
}

extension LogicalLine {
  /// Whether it is a comment on its own.
  @inlinable package var isComment: Bool { text.isEmpty }
}

/// What a logical line has to know of those above it.
struct LogicalLineState {
  var blankLines = 0
  var blankLinesBefore = 0
  var previous: Int?
  var previousUnindented: Int?
}
