import Diagnostics
import SystemPackage

/// A file's bytes with an index of its lines.
package struct SourceText: Sendable {
  package let path: FilePath
  package let bytes: [UInt8]
  /// The byte offset at which each line starts; there is always a first line.
  private let lineStarts: [Int]

  package init(_ bytes: [UInt8], path: FilePath) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  /// The number of lines; what follows a final newline is no line.
  package var lineCount: Int {
    lineStarts.last == bytes.count ? lineStarts.count - 1 : lineStarts.count
  }

  package var endsWithNewline: Bool { bytes.last == UInt8(ascii: "\n") }

  /// The bytes of a 1-based line, without its line end.
  package func range(ofLine line: Int) -> Range<Int> {
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if end > start, line < lineStarts.count, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The text of a 1-based line, without its line end; bytes that are not UTF-8 are replaced.
  package func text(ofLine line: Int) -> String {
    String(decoding: bytes[range(ofLine: line)], as: UTF8.self)
  }

  /// The place of a byte; an offset behind the last byte is the end of the text.
  package func position(ofByteOffset offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    let line = indexOfLine(holding: offset)
    // Continuation bytes do not count, so that columns are characters even in text that is not
    // quite UTF-8.
    let column = bytes[lineStarts[line]..<offset].count { $0 & 0xC0 != 0x80 }
    return SourcePosition(line: line + 1, column: column + 1)
  }

  /// The byte at which each position is, which have to be in order; what is behind the end of its
  /// line is in the lines below, and what is behind the last one is the end of the text.
  package func byteOffsets(of positions: [SourcePosition]) -> [Int] {
    var last = (position: SourcePosition(line: 1), offset: 0)
    return positions.map { position in
      guard (1...lineStarts.count).contains(position.line) else { return bytes.count }
      if last.position.line != position.line {
        last = (SourcePosition(line: position.line), lineStarts[position.line - 1])
      }
      last = (position, offset(from: last.offset, by: position.column - last.position.column))
      return last.offset
    }
  }

  /// The byte that is so many characters behind another one.
  private func offset(from start: Int, by characters: Int) -> Int {
    var offset = start
    var rest = characters
    while rest > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      rest -= 1
    }
    return offset
  }

  /// The 1-based line of a byte.
  package func line(ofByteOffset offset: Int) -> Int { indexOfLine(holding: offset) + 1 }

  /// The location of a byte.
  package func location(ofByteOffset offset: Int) -> SourceLocation {
    SourceLocation(path, position(ofByteOffset: offset))
  }

  private func indexOfLine(holding offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
