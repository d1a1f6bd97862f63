package import Diagnostics
package import SystemPackage

/// The text of a Python file as Python's text mode gives it, and the way from bytes to lines and
/// columns.
///
/// Every line end is one `\n`, the last line has one too, there is no byte order mark, and the bytes
/// are UTF-8.
package struct PythonSource: Sendable {
  /// Where the text was read from.
  package let path: FilePath
  /// The text.
  package let bytes: [UInt8]
  /// Whether the last line of the file ended with a newline, or there is no line.
  package let hasFinalNewline: Bool
  /// Whether every character is one byte.
  package let isASCII: Bool
  /// The offset of the first NUL byte, which Python refuses.
  let firstNull: Int?
  /// Where each line starts, and the end of the text.
  private let lineStarts: [UInt32]

  /// The text of a file with the given content.
  package init(_ contents: [UInt8], path: FilePath) {
    var text = NormalizedText(decoding: contents)
    hasFinalNewline = text.bytes.last == Byte.newline || text.bytes.isEmpty
    if !hasFinalNewline { text.endLastLine() }
    self.path = path
    bytes = text.bytes
    isASCII = text.isASCII
    firstNull = text.firstNull
    lineStarts = text.lineStarts
  }
}

extension PythonSource {
  /// Whether there is a NUL byte, which Python refuses wherever it is.
  package var hasNullBytes: Bool { firstNull != nil }

  /// The number of lines.
  package var lineCount: Int { lineStarts.count - 1 }

  /// The offset of the first byte of a 1-based line; the line behind the last one is empty.
  package func start(ofLine line: Int) -> Int {
    Int(lineStarts[min(max(line - 1, 0), lineCount)])
  }

  /// The bytes of a 1-based line, without its line end.
  package func range(ofLine line: Int) -> Range<Int> {
    let start = start(ofLine: line)
    return start..<max(start, self.start(ofLine: line + 1) - 1)
  }

  /// The 1-based line of a byte.
  package func line(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The number of characters in a range of bytes.
  package func characterCount(_ range: Range<Int>) -> Int {
    guard !isASCII else { return range.count }
    var count = 0
    for index in range where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The number of characters between the start of a 1-based line and a byte of it.
  package func column(of offset: Int, line: Int) -> Int {
    let start = start(ofLine: line)
    return isASCII ? offset - start : characterCount(start..<max(start, offset))
  }

  /// The 1-based line and column, in characters, of a byte offset.
  package func position(of offset: Int) -> SourcePosition {
    let line = line(of: offset)
    return SourcePosition(line: line, column: column(of: offset, line: line) + 1)
  }

  /// The text of a range of bytes.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
