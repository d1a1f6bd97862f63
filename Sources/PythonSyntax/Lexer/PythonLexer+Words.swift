extension PythonLexer {
  /// A name, a reserved word, or the prefix of a string and the string.
  mutating func readWord() throws(PythonSyntaxError) {
    let start = position
    var seen: UInt8 = 0
    while peek().continuesName {
      seen |= bytes[position]
      position += 1
    }
    if position - start <= 2, peek() == Byte.singleQuote || peek() == Byte.doubleQuote,
      let prefix = StringPrefix(bytes[start..<position], version: version)
    {
      return try readString(from: start, prefix)
    }
    if seen >= 0x80 { try verifyName(start..<position) }
    add(keywords.kind(of: bytes.span, at: start..<position), from: start)
  }

  /// Refuses characters that cannot be in a name.
  private func verifyName(_ range: Range<Int>) throws(PythonSyntaxError) {
    var offset = range.lowerBound
    for scalar in source.text(range).unicodeScalars {
      let isFirst = offset == range.lowerBound
      let properties = scalar.properties
      let fits = isFirst ? properties.isXIDStart || scalar == "_" : properties.isXIDContinue
      guard fits else { throw strangeCharacter(scalar, at: offset) }
      offset += UTF8.width(scalar)
    }
  }

  /// The error about a character that is part of no token.
  func strangeCharacter(_ scalar: Unicode.Scalar, at offset: Int) -> PythonSyntaxError {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    let message =
      scalar.isPrintable
      ? "invalid character '\(scalar)' (U+\(code))" : "invalid non-printable character U+\(code)"
    return PythonSyntaxError(message, at: offset)
  }
}

extension Unicode.Scalar {
  /// Whether Python's `repr` would show it as it is.
  fileprivate var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    case .spaceSeparator: self == " "
    default: true
    }
  }
}
