/// `$'…'`.
///
/// Bash manual, "ANSI-C Quoting".
struct AnsiQuoting {
  private var rest: ArraySlice<UInt8>
  private var output = [UInt8]()

  /// The text between the quotes with its escapes resolved.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var quoting = AnsiQuoting(rest: bytes)
    while let byte = quoting.rest.popFirst() {
      if byte == Byte.backslash {
        quoting.decodeEscape()
      } else {
        quoting.output.append(byte)
      }
    }
    return quoting.output
  }

  private init(rest: ArraySlice<UInt8>) { self.rest = rest }

  private mutating func decodeEscape() {
    guard let escape = rest.first else { return output.append(Byte.backslash) }
    if escape &- UInt8(ascii: "0") < 8 { return appendByte(number(radix: 8, digits: 3)) }
    rest.removeFirst()
    switch escape {
    case UInt8(ascii: "x"): appendByte(number(radix: 16, digits: 2))
    case UInt8(ascii: "u"): appendCharacter(number(radix: 16, digits: 4))
    case UInt8(ascii: "U"): appendCharacter(number(radix: 16, digits: 8))
    case UInt8(ascii: "c"): output.append((rest.popFirst() ?? 0) & 0x1F)
    default: appendSimple(escape)
    }
  }

  private mutating func appendSimple(_ escape: UInt8) {
    switch escape {
    case UInt8(ascii: "a"): output.append(0x07)
    case UInt8(ascii: "b"): output.append(0x08)
    case UInt8(ascii: "e"), UInt8(ascii: "E"): output.append(0x1B)
    case UInt8(ascii: "f"): output.append(0x0C)
    case UInt8(ascii: "n"): output.append(Byte.newline)
    case UInt8(ascii: "r"): output.append(0x0D)
    case UInt8(ascii: "t"): output.append(Byte.tab)
    case UInt8(ascii: "v"): output.append(0x0B)
    case Byte.backslash, Byte.singleQuote, Byte.doubleQuote, Byte.question: output.append(escape)
    default: output += [Byte.backslash, escape]
    }
  }

  private mutating func appendByte(_ value: UInt32) {
    output.append(UInt8(truncatingIfNeeded: value))
  }

  private mutating func appendCharacter(_ value: UInt32) {
    guard let scalar = Unicode.Scalar(value) else { return }
    output += Array(String(scalar).utf8)
  }

  /// The number that the next digits make.
  private mutating func number(radix: UInt32, digits: Int) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let byte = rest.first, let digit = Character(Unicode.Scalar(byte)).hexDigitValue,
        digit < radix
      else { break }
      value = value &* radix &+ UInt32(digit)
      rest.removeFirst()
    }
    return value
  }
}
