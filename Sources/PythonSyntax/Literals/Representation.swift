/// Values as Python's `repr` writes them.
enum Representation {
  /// A string whose characters are given as UTF-8, in which lone surrogates are let through.
  static func of(text: [UInt8]) -> String {
    quoted(text) { quote in
      scalarValues(text).map { escaped(text: $0, quote) }.joined()
    }
  }

  /// A bytes object.
  static func of(bytes: [UInt8]) -> String {
    "b"
      + quoted(bytes) { quote in
        bytes.map {
          $0 < 0x7F ? escaped(text: UInt32($0), quote) : hexadecimal(UInt32($0), "\\x", 2)
        }
        .joined()
      }
  }

  private static func quoted(_ bytes: [UInt8], _ body: (UInt32) -> String) -> String {
    let hasSingle = bytes.contains(Byte.singleQuote)
    let quote = hasSingle && !bytes.contains(Byte.doubleQuote) ? Byte.doubleQuote : Byte.singleQuote
    let mark = String(Unicode.Scalar(quote))
    return mark + body(UInt32(quote)) + mark
  }

  private static func escaped(text value: UInt32, _ quote: UInt32) -> String {
    switch value {
    case quote, 0x5C: return "\\" + String(Unicode.Scalar(UInt8(value)))
    case 0x0A: return "\\n"
    case 0x0D: return "\\r"
    case 0x09: return "\\t"
    default: break
    }
    if let scalar = Unicode.Scalar(value), isPrintable(scalar) { return String(scalar) }
    if value <= 0xFF { return hexadecimal(value, "\\x", 2) }
    return value <= 0xFFFF ? hexadecimal(value, "\\u", 4) : hexadecimal(value, "\\U", 8)
  }

  private static func hexadecimal(_ value: UInt32, _ prefix: String, _ width: Int) -> String {
    let digits = String(value, radix: 16)
    return prefix + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value >= 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      return false
    default: return true
    }
  }

  /// The code points, surrogates included.
  static func scalarValues(_ text: [UInt8]) -> [UInt32] {
    var values: [UInt32] = []
    for byte in text {
      switch byte {
      case 0x80..<0xC0:
        guard let last = values.popLast() else { continue }
        values.append(last << 6 | UInt32(byte & 0x3F))
      case 0xC0..<0xE0: values.append(UInt32(byte & 0x1F))
      case 0xE0..<0xF0: values.append(UInt32(byte & 0x0F))
      case 0xF0...: values.append(UInt32(byte & 0x07))
      default: values.append(UInt32(byte))
      }
    }
    return values
  }
}
