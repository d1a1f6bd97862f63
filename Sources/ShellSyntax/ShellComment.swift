package import Diagnostics

/// A comment, from its `#` to the end of the line.
package struct ShellComment: Sendable {
  let source: ShellSource
  let range: Range<Int>

  /// The comment with its `#`.
  package var text: String { source.text(range) }
  package var position: SourcePosition { source.position(ofByteOffset: range.lowerBound) }
  package var location: SourceLocation { source.location(range) }

  /// Whether nothing but blanks stands before it on its line.
  package var isAloneOnLine: Bool {
    var index = range.lowerBound
    while index > 0, source.bytes[index - 1].isBlank { index -= 1 }
    return index == 0 || source.bytes[index - 1] == Byte.newline
  }
}
