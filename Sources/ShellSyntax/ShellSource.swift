package import Diagnostics
package import SystemPackage

/// The text of a script and the way from byte offsets to lines and columns.
package struct ShellSource: Sendable {
  package let path: FilePath
  /// The text as read, followed by what nested backquotes unescape to.
  let bytes: [UInt8]
  /// How many of `bytes` are the file's own.
  let count: Int
  private let lineStarts: [UInt32]
  private let unescaped: [UnescapedText]
  private let isASCII: Bool

  init(path: FilePath, bytes: [UInt8], count: Int, unescaped: [UnescapedText]) {
    self.path = path
    self.bytes = bytes
    self.count = count
    self.unescaped = unescaped
    var starts: [UInt32] = [0]
    starts.reserveCapacity(count / 32 + 1)
    var seen: UInt8 = 0
    for index in 0..<count {
      seen |= bytes[index]
      if bytes[index] == Byte.newline { starts.append(UInt32(index + 1)) }
    }
    lineStarts = starts
    isASCII = seen < 0x80
  }

  /// The text between two byte offsets; bytes that are not UTF-8 are replaced.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The 1-based line and column, in characters, of a byte offset.
  package func position(ofByteOffset offset: Int) -> SourcePosition {
    let place = originalOffset(of: offset)
    let line = lineIndex(of: place)
    let start = Int(lineStarts[line])
    return SourcePosition(line: line + 1, column: characterCount(start..<place) + 1)
  }

  /// The location of a range of byte offsets.
  package func location(_ range: Range<Int>) -> SourceLocation {
    SourceLocation(
      path, position(ofByteOffset: range.lowerBound), to: position(ofByteOffset: range.upperBound))
  }

  /// The offset in the file of a byte that may be in unescaped text.
  func originalOffset(of offset: Int) -> Int {
    guard offset > count else { return offset }
    for text in unescaped.reversed() where text.start <= offset {
      let index = min(offset - text.start, text.origins.count - 1)
      return originalOffset(of: Int(text.origins[index]))
    }
    return count
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func characterCount(_ range: Range<Int>) -> Int {
    guard !isASCII else { return range.count }
    var count = 0
    for index in range where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}

/// A copy of backquoted text without its escapes, kept behind the file's own bytes.
struct UnescapedText: Sendable {
  /// Where the copy begins.
  var start: Int
  /// The offset each byte of the copy, and the end, was taken from.
  var origins: [UInt32]
}
