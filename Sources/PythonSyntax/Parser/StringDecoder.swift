/// Turns the text of a string literal into the characters that it stands for, as UTF-8, in which
/// lone surrogates are let through; or says why it stands for nothing.
struct StringDecoder {
  let bytes: [UInt8]
  let isBytes: Bool
  private let end: Int
  private var index: Int
  /// Where CPython's codec would be: it sees every character beyond ASCII as ten bytes.
  private var codecPosition = 0
  private(set) var result: [UInt8] = []
  private(set) var fault: String?

  init(_ bytes: [UInt8], _ literal: StringLiteral) {
    self.bytes = bytes
    isBytes = literal.isBytes
    index = literal.text.lowerBound
    end = literal.text.upperBound
    if literal.isRaw {
      result = Array(bytes[literal.text])
    } else {
      decode()
    }
  }

  private mutating func decode() {
    while index < end, fault == nil {
      let byte = bytes[index]
      if byte == Byte.backslash {
        decodeEscape()
      } else {
        if byte < 0x80 { codecPosition += 1 } else if byte >= 0xC0 { codecPosition += 10 }
        result.append(byte)
        index += 1
      }
    }
  }

  private mutating func decodeEscape() {
    let letter = index + 1 < end ? bytes[index + 1] : 0
    index = min(index + 2, end)
    codecPosition += 2
    switch letter {
    case Byte.newline: break
    case UInt8(ascii: "x"): decodeDigits(2, "\\xXX")
    case UInt8(ascii: "u") where !isBytes: decodeDigits(4, "\\uXXXX")
    case UInt8(ascii: "U") where !isBytes: decodeDigits(8, "\\UXXXXXXXX")
    case UInt8(ascii: "N") where !isBytes: decodeName()
    case UInt8(ascii: "0")...UInt8(ascii: "7"): decodeOctal(letter)
    default: decodeSimple(letter)
    }
  }

  private mutating func decodeSimple(_ letter: UInt8) {
    let simple: [UInt8: UInt8] = [
      UInt8(ascii: "n"): 10, UInt8(ascii: "t"): 9, UInt8(ascii: "r"): 13, UInt8(ascii: "a"): 7,
      UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "v"): 11, 0x5C: 0x5C,
      0x27: 0x27, 0x22: 0x22,
    ]
    if let byte = simple[letter] { return result.append(byte) }
    result += [Byte.backslash, letter]
    if letter >= 0x80 { codecPosition += 9 }
  }

  private mutating func decodeOctal(_ first: UInt8) {
    var value = UInt32(first & 7)
    var count = 1
    while count < 3, index < end, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(bytes[index]) {
      value = value * 8 + UInt32(bytes[index] & 7)
      index += 1
      codecPosition += 1
      count += 1
    }
    append(value)
  }

  private mutating func decodeDigits(_ count: Int, _ form: String) {
    let start = codecPosition - 2
    var value: UInt32 = 0
    for _ in 0..<count {
      guard index < end, let digit = Self.digit(bytes[index]) else {
        return refuse("truncated \(form) escape", from: start)
      }
      value = value << 4 | digit
      index += 1
      codecPosition += 1
    }
    guard value <= 0x10FFFF else { return refuse("illegal Unicode character", from: start) }
    append(value)
  }

  /// A character by name; its name is not looked up, so any one character stands for it.
  private mutating func decodeName() {
    let start = codecPosition - 2
    guard index < end, bytes[index] == Byte.leftBrace,
      let close = bytes[index..<end].firstIndex(of: Byte.rightBrace), close > index + 1
    else { return refuse("malformed \\N character escape", from: start) }
    codecPosition += close + 1 - index
    index = close + 1
    append(0xFFFD)
  }

  private mutating func refuse(_ reason: String, from start: Int) {
    fault =
      isBytes
      ? "(value error) invalid \\x escape at position \(start)"
      : "(unicode error) 'unicodeescape' codec can't decode bytes in position "
        + "\(start)-\(codecPosition - 1): \(reason)"
  }
}

extension StringDecoder {
  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  private mutating func append(_ value: UInt32) {
    if isBytes || value < 0x80 { return result.append(UInt8(truncatingIfNeeded: value)) }
    if value >= 0x800, value < 0x1_0000 {
      result += [0xE0 | UInt8(value >> 12), continuation(value >> 6), continuation(value)]
    } else if value < 0x800 {
      result += [0xC0 | UInt8(value >> 6), continuation(value)]
    } else {
      result += [
        0xF0 | UInt8(value >> 18), continuation(value >> 12), continuation(value >> 6),
        continuation(value),
      ]
    }
  }

  private func continuation(_ value: UInt32) -> UInt8 { 0x80 | UInt8(value & 0x3F) }
}
