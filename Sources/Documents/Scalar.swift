/// A single value of a document: its text, and what a loader makes of it.
package struct Scalar: Sendable, Hashable {
  package let text: String
  package let style: Style
  package let kind: Kind

  package init(_ text: String, style: Style, kind: Kind) {
    self.text = text
    self.style = style
    self.kind = kind
  }

  /// How the value is written.
  package enum Style: Sendable, Hashable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  /// The type of the value; the raw value is its name in messages.
  package enum Kind: String, Sendable, Hashable {
    case null, boolean, integer, float, timestamp, string
  }
}

extension Scalar {
  package var bool: Bool? {
    guard kind == .boolean else { return nil }
    return ["y", "t"].contains(text.first?.lowercased()) || text.lowercased() == "on"
  }

  /// The value of an integer that fits, whatever base it is written in.
  package var integer: Int? {
    guard kind == .integer else { return nil }
    var digits = Substring(text.filter { $0 != "_" })
    let isNegative = digits.hasPrefix("-")
    if isNegative || digits.hasPrefix("+") { digits.removeFirst() }
    guard let magnitude = Self.magnitude(of: digits) else { return nil }
    return isNegative ? -magnitude : magnitude
  }

  package var double: Double? {
    if let integer { return Double(integer) }
    guard kind == .float else { return nil }
    let plain = text.filter { $0 != "_" }.lowercased()
    switch plain {
    case ".inf", "+.inf": return .infinity
    case "-.inf": return -.infinity
    case ".nan": return .nan
    default: return plain.contains(":") ? Self.sexagesimal(plain) : Double(plain)
    }
  }

  private static func magnitude(of digits: Substring) -> Int? {
    if digits.hasPrefix("0b") { return Int(digits.dropFirst(2), radix: 2) }
    if digits.hasPrefix("0x") { return Int(digits.dropFirst(2), radix: 16) }
    if digits.contains(":") { return sexagesimal(String(digits)).flatMap(Int.init(exactly:)) }
    // Only YAML has integers with a leading zero; there they are octal.
    return Int(digits, radix: digits.hasPrefix("0") ? 8 : 10)
  }

  /// The value of a number of base 60 such as `1:30`.
  private static func sexagesimal(_ text: String) -> Double? {
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" || $0 == "+" }.split(separator: ":")
    var value = 0.0
    for part in parts {
      guard let digit = Double(part) else { return nil }
      value = value * 60 + digit
    }
    return isNegative ? -value : value
  }
}
