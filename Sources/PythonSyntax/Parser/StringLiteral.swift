/// How one string token is written: its prefix, and where its text begins and ends.
struct StringLiteral {
  private(set) var isBytes = false
  private(set) var isRaw = false
  private(set) var isFormatted = false
  /// The bytes between the quotes.
  private(set) var text: Range<Int>

  /// Looks at the prefix and the quotes of the token in `range`.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var start = range.lowerBound
    text = range
    while start < range.upperBound, bytes[start] != Byte.singleQuote,
      bytes[start] != Byte.doubleQuote
    {
      notePrefix(bytes[start] | 0x20)
      start += 1
    }
    let width = Self.quoteWidth(bytes, start..<range.upperBound)
    text = min(start + width, range.upperBound)..<max(start + width, range.upperBound - width)
    if text.lowerBound > text.upperBound || text.upperBound > range.upperBound {
      text = range.upperBound..<range.upperBound
    }
  }

  /// A piece of text of an f-string, which has neither.
  init(unquoted text: Range<Int>) { self.text = text }

  private mutating func notePrefix(_ letter: UInt8) {
    switch letter {
    case UInt8(ascii: "b"): isBytes = true
    case UInt8(ascii: "r"): isRaw = true
    case UInt8(ascii: "f"), UInt8(ascii: "t"): isFormatted = true
    default: break
    }
  }

  private static func quoteWidth(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    guard range.count >= 6 else { return 1 }
    let quote = bytes[range.lowerBound]
    return bytes[range.lowerBound + 1] == quote && bytes[range.lowerBound + 2] == quote ? 3 : 1
  }
}
