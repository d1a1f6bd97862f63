/// Which files of a phase directory are run, and in which order.
public enum RunParts {
  /// Whether a hook of that name is run: letters, digits, `_` and `-` only, so no dot.
  public static func accepts(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { isWordCharacter($0) || $0 == UInt8(ascii: "-") }
  }

  /// Whether a file of `environment.d` is sourced; here dots are allowed.
  public static func acceptsEnvironment(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy {
        isWordCharacter($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      }
  }

  /// Whether the hook `left` runs before `right`: by leading number, then by bytes.
  public static func precedes(_ left: String, _ right: String) -> Bool {
    let numbers = (LeadingNumber(left), LeadingNumber(right))
    if numbers.0 != numbers.1 { return numbers.0 < numbers.1 }
    return left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// The number a name starts with; names without one count as 0.
  public static func number(of name: String) -> Int {
    let number = LeadingNumber(name)
    let magnitude = number.digits.isEmpty ? 0 : Int(number.digits) ?? .max
    return number.isNegative ? -magnitude : magnitude
  }

  private static func isWordCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

/// The number at the start of a name, of any length, as `sort -n` reads it.
private struct LeadingNumber: Comparable {
  let isNegative: Bool
  /// Without leading zeros; empty for 0.
  let digits: Substring

  init(_ name: String) {
    let hasSign = name.hasPrefix("-")
    digits = name.dropFirst(hasSign ? 1 : 0)
      .prefix { $0.isASCII && $0.isWholeNumber }
      .drop { $0 == "0" }
    isNegative = hasSign && !digits.isEmpty
  }

  static func < (left: LeadingNumber, right: LeadingNumber) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    let (small, large) = left.isNegative ? (right, left) : (left, right)
    return (small.digits.count, small.digits) < (large.digits.count, large.digits)
  }
}
