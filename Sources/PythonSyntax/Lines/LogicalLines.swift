/// The logical lines of a file, and the tokens they are made of.
package struct LogicalLines: Sendable {
  /// The tokens of the file.
  package let tokens: ContiguousArray<PlacedToken>
  /// The texts of all lines, one byte a character; what is not ASCII is `otherCharacter`.
  package let text: [UInt8]
  /// The lines in order.
  package let lines: ContiguousArray<LogicalLine>
  private let map: ContiguousArray<MappedOffset>

  /// The byte that stands for a character beyond ASCII, which can only be part of a name.
  package static let otherCharacter: UInt8 = 0x80

  /// Joins the tokens of a whole file.
  package init(_ tokens: ContiguousArray<PythonToken>, of source: PythonSource) {
    self.tokens = PlacedToken.all(tokens, in: source)
    var builder = LogicalLineBuilder(source, self.tokens)
    builder.build()
    text = builder.text
    lines = builder.lines
    map = builder.map
  }
}

/// An offset in the text of a logical line, and the place in the file that it stands for.
struct MappedOffset: Sendable, BitwiseCopyable {
  let offset: UInt32
  let line: UInt32
  let column: UInt32
}

extension LogicalLines {
  /// The place of an offset in a line's text: counted back from the end of the token that holds it,
  /// as flake8 does. An offset behind all tokens has none.
  package func place(of offset: Int, in line: LogicalLine) -> TokenPlace? {
    let rows = line.map
    var low = rows.lowerBound
    var high = rows.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(map[middle].offset) < offset { low = middle + 1 } else { high = middle }
    }
    guard low < rows.upperBound else { return nil }
    let entry = map[low]
    let column = Int(entry.column) + offset - Int(entry.offset)
    return entry.line == 0 && column == 0 ? nil : TokenPlace(line: Int(entry.line), column: column)
  }
}
