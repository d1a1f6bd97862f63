extension Span<UInt8> {
  /// The byte at an index; 0 outside.
  @inline(__always)
  func byte(_ index: Int) -> UInt8 { index >= 0 && index < count ? self[index] : 0 }

  /// The index of the next such byte.
  func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    var index = start
    while index < count {
      if self[index] == byte { return index }
      index += 1
    }
    return nil
  }

  /// Whether the text goes on with `word` at an index.
  func has(_ word: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + word.utf8CodeUnitCount <= count else { return false }
    return word.withUTF8Buffer { letters in
      letters.indices.allSatisfy { self[index + $0] == letters[$0] }
    }
  }

  /// Whether `word` stands at an index and no letter follows.
  func hasWord(_ word: StaticString, at index: Int) -> Bool {
    has(word, at: index) && !byte(index + word.utf8CodeUnitCount).isWord
  }

  /// The index of the next whole word.
  func firstIndex(ofWord word: StaticString) -> Int? {
    let initial = word.utf8Start.pointee
    var start = 0
    while let index = firstIndex(of: initial, from: start) {
      if hasWord(word, at: index), !byte(index - 1).isWord { return index }
      start = index + 1
    }
    return nil
  }

  /// The index behind the blanks at an index.
  @inline(__always)
  func skipBlanks(from start: Int) -> Int {
    var index = start
    while index < count, self[index].isBlank { index += 1 }
    return index
  }

  /// Whether there is a tab in the range.
  func hasTab(_ range: Range<Int>) -> Bool {
    range.contains { self[$0] == UInt8(ascii: "\t") }
  }

  /// Whether the range is a name.
  func isName(_ range: Range<Int>) -> Bool {
    !range.isEmpty && !byte(range.lowerBound).isDigit && range.allSatisfy { self[$0].isWord }
  }
}

extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }

  /// A letter, a digit, the underscore, or a character beyond ASCII.
  @inline(__always)
  var isWord: Bool {
    (self | 0x20) &- 0x61 < 26 || isDigit || self == UInt8(ascii: "_") || self >= 0x80
  }

  /// What can stand between tokens.
  @inline(__always)
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0C }

  /// What Python's `str.isspace` is true of, as far as it is ASCII.
  var isSpace: Bool { self == 0x20 || self >= 0x09 && self <= 0x0D || self >= 0x1C && self <= 0x1F }
}
