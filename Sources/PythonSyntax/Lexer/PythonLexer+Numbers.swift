// Python Language Reference, "Numeric literals".
extension PythonLexer {
  mutating func readNumber() throws(PythonSyntaxError) {
    let start = position
    let base = peek() == UInt8(ascii: "0") ? NumberBase(letter: peek(1)) : nil
    if let base {
      try readDigits(of: base)
    } else {
      try readDecimal(from: start)
    }
    add(.number, from: start)
  }

  /// `0x1F`, `0o17` or `0b11`.
  private mutating func readDigits(of base: NumberBase) throws(PythonSyntaxError) {
    position += 2
    repeat {
      if peek() == Byte.underscore { position += 1 }
      guard base.has(peek()) else { throw badDigit(of: base) }
      while base.has(peek()) { position += 1 }
    } while peek() == Byte.underscore
    if peek().isDigit { throw badDigit(of: base) }
    try endNumber(base.name)
  }

  private func badDigit(of base: NumberBase) -> PythonSyntaxError {
    guard peek().isDigit else { return invalid(base.name) }
    let digit = source.text(position..<position + 1)
    return PythonSyntaxError("invalid digit '\(digit)' in \(base.name) literal", at: position)
  }

  private mutating func readDecimal(from start: Int) throws(PythonSyntaxError) {
    if peek() != Byte.dot { try readDecimalDigits() }
    let integerEnd = position
    if peek() == Byte.dot {
      position += 1
      if peek().isDigit { try readDecimalDigits() }
    }
    let hasExponent = try readExponent()
    if peek() | 0x20 == UInt8(ascii: "j") {
      position += 1
      return try endNumber("imaginary")
    }
    if position == integerEnd { try refuseLeadingZero(start..<integerEnd) }
    if !hasExponent || peek().continuesName { try endNumber("decimal") }
  }

  /// Digits with single underscores between them.
  private mutating func readDecimalDigits() throws(PythonSyntaxError) {
    while peek().isDigit { position += 1 }
    while peek() == Byte.underscore {
      position += 1
      guard peek().isDigit else { throw invalid("decimal") }
      while peek().isDigit { position += 1 }
    }
  }

  /// Whether there was one. An `e` that no digit follows belongs to the next token.
  private mutating func readExponent() throws(PythonSyntaxError) -> Bool {
    guard peek() | 0x20 == UInt8(ascii: "e") else { return false }
    let hasSign = peek(1) == Byte.plus || peek(1) == Byte.minus
    if hasSign {
      position += 2
      guard peek().isDigit else { throw invalid("decimal") }
    } else {
      guard peek(1).isDigit else { return false }
      position += 1
    }
    try readDecimalDigits()
    return true
  }

  private func refuseLeadingZero(_ range: Range<Int>) throws(PythonSyntaxError) {
    let digits = bytes[range]
    guard digits.first == UInt8(ascii: "0"),
      digits.contains(where: { $0 != UInt8(ascii: "0") && $0.isDigit })
    else { return }
    throw PythonSyntaxError(
      "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal "
        + "integers", at: range.lowerBound)
  }

  /// Refuses a name right behind a number, but for the words that can follow a number.
  private func endNumber(_ name: String) throws(PythonSyntaxError) {
    let next = peek()
    guard next.startsName, next < 0x80 else { return }
    let words: [StaticString] = ["and", "else", "for", "if", "in", "is", "not", "or"]
    guard !words.contains(where: isNext) else { return }
    throw invalid(name)
  }

  private func isNext(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { letters in
      letters.indices.allSatisfy { peek($0) == letters[$0] }
    }
  }

  private func invalid(_ name: String) -> PythonSyntaxError {
    PythonSyntaxError("invalid \(name) literal", at: position - 1)
  }
}

/// The base of a number that is told by its second character.
private struct NumberBase {
  let name: String
  private let digits: Int

  init?(letter: UInt8) {
    switch letter | 0x20 {
    case UInt8(ascii: "x"): (name, digits) = ("hexadecimal", 16)
    case UInt8(ascii: "o"): (name, digits) = ("octal", 8)
    case UInt8(ascii: "b"): (name, digits) = ("binary", 2)
    default: return nil
    }
  }

  func has(_ byte: UInt8) -> Bool {
    digits == 16 ? byte.isHexadecimalDigit : byte.isDigit && Int(byte - 0x30) < digits
  }
}
