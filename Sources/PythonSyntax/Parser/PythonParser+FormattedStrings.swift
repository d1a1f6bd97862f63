// The parts of an f-string or t-string: Python Language Reference, "Formatted string literals".
extension PythonParser {
  /// Pushes the replacement fields of the string that is looked at.
  mutating func formattedString() throws(PythonSyntaxError) {
    let start = Int(base + token.start)
    let isRaw = tree.bytes[start..<start + token.count].contains { $0 | 0x20 == UInt8(ascii: "r") }
    advance()
    try formattedParts(isRaw: isRaw)
    guard accept(.formattedEnd) || accept(.templateEnd) else { throw invalidSyntax() }
  }

  private mutating func formattedParts(isRaw: Bool) throws(PythonSyntaxError) {
    while true {
      switch token.kind {
      case .formattedMiddle, .templateMiddle:
        if !isRaw { try validateMiddle() }
        advance()
      case .leftBrace: push(try replacement(isRaw: isRaw))
      default: return
      }
    }
  }

  private func validateMiddle() throws(PythonSyntaxError) {
    let start = Int(base + token.start)
    let text = start..<start + token.count
    guard tree.bytes[text].contains(Byte.backslash) else { return }
    let literal = StringLiteral(unquoted: text)
    if let fault = StringDecoder(tree.bytes, literal).fault { throw failure(fault) }
  }

  private mutating func replacement(isRaw: Bool) throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    return try nested { (parser) throws(PythonSyntaxError) in
      parser.advance()
      parser.brackets += 1
      parser.push(try parser.fieldValue())
      let isDebug = parser.accept(.equal)
      let conversion = try parser.conversion()
      parser.brackets -= 1
      parser.push(try parser.formatSpecification(isRaw: isRaw))
      guard parser.accept(.rightBrace) else {
        throw parser.unfinishedField(isDebug: isDebug, hasConversion: conversion != 0)
      }
      return try parser.finish(.replacement, start, detail: conversion)
    }
  }

  private mutating func fieldValue() throws(PythonSyntaxError) -> PythonNodeID {
    switch token.kind {
    case .equal, .exclamation, .colon, .rightBrace:
      let text = ["=", "!", ":", "}"]
      let kinds: [PythonToken.Kind] = [.equal, .exclamation, .colon, .rightBrace]
      let found = zip(kinds, text).first { $0.0 == token.kind }?.1 ?? ""
      throw failure("f-string: valid expression required before '\(found)'")
    case .star, .yieldKeyword: return try assignedValue()
    case _ where !startsExpression:
      throw failure("f-string: expecting a valid expression after '{'")
    default: return try assignedValue()
    }
  }

  /// The letter behind `!`, or 0.
  private mutating func conversion() throws(PythonSyntaxError) -> UInt8 {
    guard accept(.exclamation) else { return 0 }
    guard token.kind == .name, token.start == lastEnd else {
      let isMissing = token.kind == .colon || token.kind == .rightBrace
      throw failure(
        isMissing
          ? "f-string: missing conversion character" : "f-string: invalid conversion character")
    }
    let letter = tree.bytes[Int(base + token.start)]
    guard token.count == 1, "sra".utf8.contains(letter) else { throw unknownConversion() }
    advance()
    return letter
  }

  private func unknownConversion() -> PythonSyntaxError {
    let start = Int(base + token.start)
    let text = String(decoding: tree.bytes[start..<start + token.count], as: UTF8.self)
    return failure("f-string: invalid conversion character '\(text)': expected 's', 'r', or 'a'")
  }

  private mutating func formatSpecification(
    isRaw: Bool
  ) throws(PythonSyntaxError) -> PythonNodeID {
    guard accept(.colon) else { return .absent }
    let start = begin()
    try formattedParts(isRaw: isRaw)
    return try finish(.formattedString, start)
  }

  private func unfinishedField(isDebug: Bool, hasConversion: Bool) -> PythonSyntaxError {
    if hasConversion { return failure("f-string: expecting ':' or '}'") }
    return failure(
      isDebug
        ? "f-string: expecting '!', or ':', or '}'"
        : "f-string: expecting '=', or '!', or ':', or '}'")
  }
}
