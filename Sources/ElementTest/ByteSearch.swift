import Glibc

extension [UInt8] {
  /// Where `needle` occurs, overlaps included; an empty one nowhere.
  func ranges(ofBytes needle: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while let range = firstRange(ofBytes: needle, from: start) {
      ranges.append(range)
      start = range.lowerBound + 1
    }
    return ranges
  }

  /// Where `needle` occurs first at or behind `start`.
  func firstRange(ofBytes needle: [UInt8], from start: Int = 0) -> Range<Int>? {
    guard let first = needle.first else { return nil }
    // The standard library's generic search takes many times as long.
    return withUnsafeBytes { content in
      needle.withUnsafeBytes { needle in
        var start = start
        while let offset = content.firstOffset(of: first, from: start) {
          let end = offset + needle.count
          guard end <= content.count else { return nil }
          if content[offset..<end].elementsEqual(needle) { return offset..<end }
          start = offset + 1
        }
        return nil
      }
    }
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    guard let baseAddress, start < count else { return nil }
    return memchr(baseAddress + start, CInt(byte), count - start)
      .map { UnsafeRawPointer($0) - baseAddress }
  }
}
