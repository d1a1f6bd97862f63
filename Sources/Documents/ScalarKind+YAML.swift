extension Scalar.Kind {
  /// What YAML 1.1 makes of a plain scalar, as PyYAML reads it: `yes` and `off` are booleans, `0600`
  /// is octal, `1:30` is 90, `1e5` is a string.
  init(resolvingPlain text: String) {
    var text = text
    self = text.withUTF8 { Self(resolving: Pattern($0)) }
  }

  private init(resolving pattern: Pattern) {
    guard let first = pattern.bytes.first else {
      self = .null
      return
    }
    switch first {
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"):
      self = pattern.isOne(of: ["~", "null", "Null", "NULL"]) ? .null : Self(word: pattern)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      self = Self(number: pattern)
    default:
      self = Self(word: pattern)
    }
  }

  private init(word pattern: Pattern) {
    let isBoolean = pattern.isOne(of: [
      "yes", "Yes", "YES", "no", "No", "NO", "true", "True", "TRUE", "false", "False", "FALSE",
      "on", "On", "ON", "off", "Off", "OFF",
    ])
    self = isBoolean ? .boolean : .string
  }

  private init(number pattern: Pattern) {
    if pattern.isInteger {
      self = .integer
    } else if pattern.isFloat {
      self = .float
    } else {
      self = pattern.isTimestamp ? .timestamp : .string
    }
  }
}

/// The text of a plain scalar, matched against the forms of https://yaml.org/type/.
private struct Pattern {
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  func isOne(of words: [StaticString]) -> Bool {
    // No word is longer, and most scalars are.
    guard bytes.count <= 5 else { return false }
    return words.contains { word in
      word.utf8CodeUnitCount == bytes.count
        && bytes.elementsEqual(
          UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }
  }

  var isInteger: Bool {
    var cursor = PatternCursor(bytes)
    cursor.skip("+-")
    if cursor.skip("0") {
      if cursor.isAtEnd { return true }
      if cursor.skip("b") { return cursor.skipMany("01_") > 0 && cursor.isAtEnd }
      if cursor.skip("x") {
        return cursor.skipMany("0123456789abcdefABCDEF_") > 0 && cursor.isAtEnd
      }
      return cursor.skipMany("01234567_") > 0 && cursor.isAtEnd
    }
    guard cursor.skip("123456789") else { return false }
    cursor.skipMany("0123456789_")
    cursor.skipSexagesimalPlaces()
    return cursor.isAtEnd
  }

  var isFloat: Bool {
    if isInfinityOrNaN { return true }
    var cursor = PatternCursor(bytes)
    let hasSign = cursor.skip("+-")
    if cursor.skip(".") {
      guard !hasSign, cursor.skip("0123456789") else { return false }
      cursor.skipMany("0123456789_")
      return cursor.skipExponent() && cursor.isAtEnd
    }
    guard cursor.skip("0123456789") else { return false }
    cursor.skipMany("0123456789_")
    let isSexagesimal = cursor.skipSexagesimalPlaces()
    guard cursor.skip(".") else { return false }
    cursor.skipMany("0123456789_")
    return (isSexagesimal || cursor.skipExponent()) && cursor.isAtEnd
  }

  private var isInfinityOrNaN: Bool {
    isOne(of: [
      ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", ".nan", ".NaN",
      ".NAN",
    ])
  }

  var isTimestamp: Bool {
    var cursor = PatternCursor(bytes)
    guard cursor.skipDigits(4...4), cursor.skip("-") else { return false }
    let monthStart = cursor.offset
    guard cursor.skipDigits(1...2), cursor.skip("-"), cursor.skipDigits(1...2) else { return false }
    if cursor.isAtEnd { return cursor.offset - monthStart == 5 }
    guard cursor.skip("Tt") || cursor.skipMany(" \t") > 0 else { return false }
    guard cursor.skipDigits(1...2), cursor.skip(":"), cursor.skipDigits(2...2), cursor.skip(":"),
      cursor.skipDigits(2...2)
    else { return false }
    if cursor.skip(".") { cursor.skipMany("0123456789") }
    return cursor.skipTimeZone() && cursor.isAtEnd
  }
}

/// A place in a scalar that moves on over what matches.
private struct PatternCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  @discardableResult
  mutating func skip(_ set: StaticString) -> Bool {
    guard offset < bytes.count else { return false }
    let members = UnsafeBufferPointer(start: set.utf8Start, count: set.utf8CodeUnitCount)
    guard members.contains(bytes[offset]) else { return false }
    offset += 1
    return true
  }

  @discardableResult
  mutating func skipMany(_ set: StaticString) -> Int {
    let start = offset
    while skip(set) {}
    return offset - start
  }

  mutating func skipDigits(_ count: ClosedRange<Int>) -> Bool {
    var found = 0
    while found < count.upperBound, skip("0123456789") { found += 1 }
    return found >= count.lowerBound
  }

  /// Skips `:59` and the like, as many as there are; whether there was one.
  @discardableResult
  mutating func skipSexagesimalPlaces() -> Bool {
    let start = offset
    while true {
      let place = self
      guard skip(":") else { break }
      let isTwoDigits = skip("012345") && skip("0123456789")
      if !isTwoDigits, offset == place.offset + 1, !skip("6789") {
        self = place
        break
      }
    }
    return offset > start
  }

  /// Skips an exponent, which must have a sign; having none at all is fine.
  mutating func skipExponent() -> Bool {
    guard skip("eE") else { return true }
    return skip("+-") && skipMany("0123456789") > 0
  }

  mutating func skipTimeZone() -> Bool {
    skipMany(" \t")
    if skip("Z") || isAtEnd { return true }
    guard skip("+-"), skipDigits(1...2) else { return false }
    return skip(":") ? skipDigits(2...2) : true
  }
}
