// Python Language Reference, "Formatted string literals"; the cuts are those of PEP 701.
extension PythonLexer {
  /// Whether what comes next is text of an f-string, not a token of a replacement field.
  var readsFormattedText: Bool { strings.last.map { !$0.isInField } ?? false }

  mutating func open(_ string: FormattedString) throws(PythonSyntaxError) {
    guard strings.count < Self.maximumStrings else {
      throw PythonSyntaxError("too many nested f-strings", at: string.start)
    }
    strings.append(string)
  }

  /// Text up to the next brace or the end of the string, or the end of the string itself.
  mutating func readFormattedText() throws(PythonSyntaxError) {
    guard let string = strings.last else { return }
    if startsField(string) { return try enterField() }
    if isAtEnd(of: string) {
      let start = position
      position += string.isTriple ? 3 : 1
      strings.removeLast()
      return add(string.isTemplate ? .templateEnd : .formattedEnd, from: start)
    }
    let start = position
    let startLine = line
    let skipped = try skipText(of: string)
    add(string.isTemplate ? .templateMiddle : .formattedMiddle, from: start, line: startLine)
    position += skipped
  }

  private func isAtEnd(of string: FormattedString) -> Bool {
    peek() == string.quote
      && (!string.isTriple || peek(1) == string.quote && peek(2) == string.quote)
  }

  private func startsField(_ string: FormattedString) -> Bool {
    peek() == Byte.leftBrace && (peek(1) != Byte.leftBrace || string.isInFormat)
  }

  /// The next token is the brace that opens a field.
  private mutating func enterField() throws(PythonSyntaxError) {
    let index = strings.count - 1
    guard strings[index].fieldDepth < FormattedString.maximumFieldDepth else {
      throw PythonSyntaxError("f-string: expressions nested too deeply", at: position - 1)
    }
    strings[index].fieldDepth += 1
    strings[index].isInField = true
    try readOperator()
  }

  /// Goes to the end of a piece of text; returns how many bytes behind it belong to no token.
  private mutating func skipText(of string: FormattedString) throws(PythonSyntaxError) -> Int {
    var isInCharacterName = false
    while position < bytes.count {
      switch bytes[position] {
      case string.quote where isAtEnd(of: string): return 0
      case Byte.newline where !string.isTriple:
        try endFormat(of: string)
        return 0
      case Byte.leftBrace:
        if startsField(string) { return 0 }
        position += 1
        return 1
      case Byte.rightBrace where isInCharacterName:
        position += 1
        return 0
      case Byte.rightBrace: return skipRightBrace(string)
      case Byte.backslash:
        if skipEscape(isRaw: string.isRaw) { isInCharacterName = true }
      case Byte.newline:
        line += 1
        position += 1
      default: position += 1
      }
    }
    throw unterminated(string)
  }

  /// A line end ends the format of a field, but not a string that is quoted once.
  private mutating func endFormat(of string: FormattedString) throws(PythonSyntaxError) {
    guard string.isInFormat else { throw unterminated(string) }
    strings[strings.count - 1].isInField = true
    strings[strings.count - 1].isInFormat = false
  }

  /// `}}` is a brace, of which the second half belongs to no token; a lone one ends a format.
  private mutating func skipRightBrace(_ string: FormattedString) -> Int {
    if peek(1) == Byte.rightBrace, !string.isInFormat, string.bracketDepth == 0 {
      position += 1
      return 1
    }
    strings[strings.count - 1].isInField = true
    return 0
  }

  /// Goes behind an escape; whether the name of a character comes next, in braces.
  private mutating func skipEscape(isRaw: Bool) -> Bool {
    position += 1
    let next = peek()
    if next == Byte.leftBrace || next == Byte.rightBrace { return false }
    skipEscaped()
    guard !isRaw, next == UInt8(ascii: "N"), peek() == Byte.leftBrace else { return false }
    position += 1
    return true
  }

  func unterminated(_ string: FormattedString) -> PythonSyntaxError {
    let kind = string.isTriple ? "triple-quoted " : ""
    let letter = string.isTemplate ? "t" : "f"
    return PythonSyntaxError(
      "unterminated \(kind)\(letter)-string literal (detected at line \(detectionLine))",
      at: string.start)
  }
}
