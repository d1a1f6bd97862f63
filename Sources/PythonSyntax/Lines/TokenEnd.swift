/// Where a token ends, as the builder of logical lines counts.
struct TokenEnd {
  let line: Int
  /// The column behind the token; braces in the text of an f-string count twice, those of a named
  /// character too, as flake8 has it.
  let column: Int
  /// The offset behind the token.
  let offset: Int
  /// How many braces were counted twice.
  let extraWidth: Int
  /// The last byte before the end.
  let lastByte: UInt8

  init(_ token: PlacedToken, in source: PythonSource) {
    let isText = token.kind == .formattedMiddle || token.kind == .templateMiddle
    extraWidth =
      isText
      ? source.bytes[token.range].count { $0 == Byte.leftBrace || $0 == Byte.rightBrace } : 0
    line = token.endLine
    column = token.endColumn + extraWidth
    offset = token.end
    let last = token.end + extraWidth - 1
    lastByte = source.bytes.indices.contains(last) ? source.bytes[last] : 0
  }

  var endsWithOpening: Bool {
    lastByte == UInt8(ascii: "(") || lastByte == UInt8(ascii: "[") || lastByte == Byte.leftBrace
  }
}

extension PythonSource {
  /// The bytes between the quotes of a string.
  package func quotes(of token: PlacedToken) -> Range<Int> {
    guard token.end > token.start + 1 else { return token.end..<token.end }
    let quote = bytes[token.end - 1]
    let opening = token.start + (bytes[token.range].prefix { $0 != quote }).count
    let isTriple =
      token.end - opening >= 6 && bytes[opening + 1] == quote && bytes[opening + 2] == quote
    let width = isTriple ? 3 : 1
    return opening + width..<max(opening + width, token.end - width)
  }

  /// The width of what stands before a token on its line, tabs reaching to multiples of eight.
  func indentWidth(before token: PlacedToken) -> Int {
    var width = 0
    for byte in bytes[start(ofLine: token.line)..<token.start] {
      if byte == Byte.tab {
        width = (width / 8 + 1) * 8
      } else if byte & 0xC0 != 0x80 {
        width += 1
      }
    }
    return width
  }
}
