/// A statement, or a comment on its own, as pycodestyle's rules see it: on one line, without
/// comments, and with `x` for each character of a string.
///
/// Of a comment the text is empty. The text itself is in the `LogicalLines`.
package struct LogicalLine: Sendable, BitwiseCopyable {
  private let tokenRows: Rows
  private let textRows: Rows
  private let mapRows: Rows
  private let last: UInt32
  private let indent: UInt32
  private let blanksAbove: UInt32
  private let blanksBefore: UInt32
  private let previousIndex: UInt32
  private let unindentedIndex: UInt32

  init(
    tokens: Range<Int>, text: Range<Int>, map: Range<Int>, lastLine: Int, indent: Int,
    state: LogicalLineState
  ) {
    tokenRows = Rows(tokens)
    textRows = Rows(text)
    mapRows = Rows(map)
    last = UInt32(truncatingIfNeeded: lastLine)
    self.indent = UInt32(truncatingIfNeeded: indent)
    blanksAbove = UInt32(truncatingIfNeeded: state.blankLines)
    blanksBefore = UInt32(truncatingIfNeeded: state.blankLinesBefore)
    previousIndex = UInt32(truncatingIfNeeded: state.previous + 1)
    unindentedIndex = UInt32(truncatingIfNeeded: state.previousUnindented + 1)
  }
}

extension LogicalLine {
  /// Its tokens, line ends and indents included.
  package var tokens: Range<Int> { tokenRows.range }
  /// Where its text is in the text of all lines.
  package var text: Range<Int> { textRows.range }
  var map: Range<Int> { mapRows.range }
  /// Whether it is a comment on its own.
  package var isComment: Bool { text.isEmpty }
  /// The line on which it ends.
  package var lastLine: Int { Int(last) }
  /// The width of its indent, tabs reaching to multiples of eight.
  package var indentLevel: Int { Int(indent) }
  /// The blank lines directly above.
  package var blankLines: Int { Int(blanksAbove) }
  /// The most blank lines directly above it, or above one of the comments that it follows.
  package var blankLinesBefore: Int { Int(blanksBefore) }
  /// The index of the statement above.
  package var previous: Int? { previousIndex == 0 ? nil : Int(previousIndex) - 1 }
  /// The index of the statement above that is not indented.
  package var previousUnindented: Int? {
    unindentedIndex == 0 ? nil : Int(unindentedIndex) - 1
  }
}

/// A range in 32 bits.
private struct Rows: Sendable, BitwiseCopyable {
  private let start: UInt32
  private let end: UInt32

  init(_ range: Range<Int>) {
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    end = UInt32(truncatingIfNeeded: range.upperBound)
  }

  var range: Range<Int> { Int(start)..<Int(end) }
}

/// What a logical line has to know of those above it.
struct LogicalLineState {
  var blankLines = 0
  var blankLinesBefore = 0
  /// The index of the statement above; -1 without one.
  var previous = -1
  var previousUnindented = -1
}
