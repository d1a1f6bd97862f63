import Diagnostics
import Documents
import Glibc

extension SourceText {
  /// Whether `word` occurs in the text.
  func contains(_ word: StaticString) -> Bool { offset(of: word, from: 0) != nil }

  /// Where `word` occurs in the text; the byte offsets of its starts.
  func offsets(of word: StaticString) -> [Int] {
    var offsets = [Int]()
    var start = 0
    while let offset = offset(of: word, from: start) {
      offsets.append(offset)
      start = offset + word.utf8CodeUnitCount
    }
    return offsets
  }

  private func offset(of word: StaticString, from start: Int) -> Int? {
    offset(
      of: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount), from: start)
  }

  /// Where the bytes of `word` occur first at or behind `start`.
  func offset(of word: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let firstByte = word.first else { return nil }
    return bytes.withUnsafeBytes { text -> Int? in
      var place = start
      while place + word.count <= text.count, let base = text.baseAddress {
        let first = memchr(base + place, Int32(firstByte), text.count - place)
        guard let first else { return nil }
        place = UnsafeRawPointer(first) - base
        if text[place...].starts(with: word) { return place }
        place += 1
      }
      return nil
    }
  }

  /// Whether the first three bytes are UTF-8's byte order mark.
  var startsWithByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

  /// The bytes, less such a mark.
  var bytesWithoutByteOrderMark: [UInt8] {
    startsWithByteOrderMark ? Array(bytes.dropFirst(3)) : bytes
  }

  /// The location of a range of bytes.
  func location(_ range: Range<Int>) -> SourceLocation {
    SourceLocation(
      path, position(ofByteOffset: range.lowerBound), to: position(ofByteOffset: range.upperBound))
  }

  /// The location of a 1-based line, without its line end.
  func location(ofLine line: Int) -> SourceLocation { location(range(ofLine: line)) }
}

extension SourceText {
  /// The byte ranges of the carriage returns before line feeds.
  var carriageReturns: [Range<Int>] {
    guard contains("\r\n") else { return [] }
    return (1...lineCount).compactMap { line in
      let end = range(ofLine: line).upperBound
      return bytes[end...].starts(with: "\r\n".utf8) ? end..<(end + 1) : nil
    }
  }

  /// The offset of the first byte that is not part of well-formed UTF-8; nil when all are.
  var firstInvalidByte: Int? {
    guard !bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }
}

extension SourceText {
  /// The blanks and tabs at the starts of the lines that have more than those, in order.
  var indents: [Range<Int>] {
    var indents = [Range<Int>]()
    var start = 0
    while start < bytes.count {
      let rest = bytes[start...]
      let text = rest.firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
      if let text, text > start, !isLineEnd(text) { indents.append(start..<text) }
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { break }
      start = end + 1
    }
    return indents
  }

  private func isLineEnd(_ offset: Int) -> Bool {
    bytes[offset...].starts(with: "\n".utf8) || bytes[offset...].starts(with: "\r\n".utf8)
  }
}
