extension PythonParser {
  /// What kinds of literals were put side by side.
  private struct LiteralKinds {
    var count = 0
    var hasBytes = false
    var hasText = false
    var hasFields = false
    var hasTemplate = false
  }

  /// String literals side by side, which are one.
  mutating func strings() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    var kinds = LiteralKinds()
    while try literal(&kinds) { kinds.count += 1 }
    if kinds.hasBytes, kinds.hasText {
      throw PythonSyntaxError("cannot mix bytes and nonbytes literals", at: Int(start.offset))
    }
    if kinds.hasTemplate { return try finish(.templateString, start) }
    if kinds.hasFields { return try finish(.formattedString, start) }
    if kinds.count == 1, let only = pending.popLast() { return only }
    return try finish(kinds.hasBytes ? .bytes : .string, start)
  }

  /// Pushes the literal that is looked at, or its fields; whether there was one.
  private mutating func literal(_ kinds: inout LiteralKinds) throws(PythonSyntaxError) -> Bool {
    switch token.kind {
    case .string: push(try plainString(&kinds))
    case .formattedStart, .templateStart:
      kinds.hasText = true
      if token.kind == .templateStart { kinds.hasTemplate = true } else { kinds.hasFields = true }
      try formattedString()
    default: return false
    }
    return true
  }

  private mutating func plainString(
    _ kinds: inout LiteralKinds
  ) throws(PythonSyntaxError) -> PythonNodeID {
    let start = Int(base + token.start)
    let literal = StringLiteral(tree.bytes, start..<start + token.count)
    try validate(literal)
    if literal.isBytes { kinds.hasBytes = true } else { kinds.hasText = true }
    return try leaf(literal.isBytes ? .bytes : .string)
  }

  /// Refuses escapes that stand for nothing, and characters that no byte is.
  private func validate(_ literal: StringLiteral) throws(PythonSyntaxError) {
    if literal.isBytes, tree.bytes[literal.text].contains(where: { $0 >= 0x80 }) {
      throw failure("bytes can only contain ASCII literal characters")
    }
    guard !literal.isRaw, tree.bytes[literal.text].contains(Byte.backslash) else { return }
    if let fault = StringDecoder(tree.bytes, literal).fault { throw failure(fault) }
  }

  /// A number, which must not be longer than CPython turns into an integer.
  mutating func number() throws(PythonSyntaxError) -> PythonNodeID {
    if token.count > Self.maximumDigits { try refuseHugeInteger() }
    return try leaf(.number)
  }

  private static var maximumDigits: Int { 4300 }

  private func refuseHugeInteger() throws(PythonSyntaxError) {
    let start = Int(base + token.start)
    let text = tree.bytes[start..<start + token.count].filter { $0 != UInt8(ascii: "_") }
    guard text.count > Self.maximumDigits, text.allSatisfy(\.isDigit) else { return }
    throw failure(
      "Exceeds the limit (\(Self.maximumDigits) digits) for integer string conversion: value has "
        + "\(text.count) digits; use sys.set_int_max_str_digits() to increase the limit - Consider "
        + "hexadecimal for huge integer literals to avoid decimal conversion limits.")
  }
}
