import Diagnostics
import Documents

extension SourceText {
  /// Whether `word` occurs in the text, and not as a part of a longer one.
  func mentions(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { word in
      var start = 0
      while let place = offset(of: word, from: start) {
        if !isInWord(place - 1), !isInWord(place + word.count) { return true }
        start = place + 1
      }
      return false
    }
  }

  /// Whether there is a byte at `place` that can be a part of a word.
  private func isInWord(_ place: Int) -> Bool {
    bytes.indices.contains(place) && bytes[place].isPartOfWord
  }

  /// The names of variables that start with `prefix`, with their places.
  func names(startingWith prefix: StaticString) -> [(name: String, range: Range<Int>)] {
    offsets(of: prefix).compactMap { start in
      guard start == 0 || !bytes[start - 1].isPartOfName else { return nil }
      let name = bytes[start...].prefix(while: \.isPartOfName)
      return (String(decoding: name, as: UTF8.self), name.startIndex..<name.endIndex)
    }
  }
}

extension UInt8 {
  /// Whether it can be a part of the name of a variable.
  var isPartOfName: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Whether it can be a part of the name of a package, a service or an element.
  var isPartOfWord: Bool { isPartOfName || self == UInt8(ascii: "-") }
}
