/// A number as it is written in a source.
struct NumberLiteral {
  let value: LiteralValue

  init(_ bytes: ArraySlice<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self).lowercased().filter { $0 != "_" }
    let digits = text.dropFirst(2)
    switch text.prefix(2) {
    case "0x": value = Self.integer(digits, radix: 16)
    case "0o": value = Self.integer(digits, radix: 8)
    case "0b": value = Self.integer(digits, radix: 2)
    default: value = Self.decimal(text)
    }
  }

  /// An integer in decimal, or one too large for that in its own digits, which still compare.
  private static func integer(_ digits: Substring, radix: Int) -> LiteralValue {
    if let number = UInt64(digits, radix: radix) { return .integer(String(number)) }
    return .integer("\(radix):" + digits.drop { $0 == "0" })
  }

  private static func decimal(_ text: String) -> LiteralValue {
    if text.hasSuffix("j") { return .imaginary(Double(text.dropLast()) ?? .infinity) }
    if text.utf8.allSatisfy(\.isDigit) {
      let digits = text.drop { $0 == "0" }
      return .integer(digits.isEmpty ? "0" : String(digits))
    }
    let number = Double(completed(text)) ?? .infinity
    // A whole float equals an integer.
    if number.magnitude < 0x1p53, let whole = Int64(exactly: number) {
      return .integer(String(whole))
    }
    return .real(number)
  }

  /// The text with digits on both sides of its point.
  private static func completed(_ text: String) -> String {
    guard let point = text.firstIndex(of: ".") else { return text }
    let fraction = text[text.index(after: point)...]
    let whole = point == text.startIndex ? "0" : String(text[..<point])
    return whole + "." + (fraction.first?.isNumber == true ? "" : "0") + fraction
  }
}
