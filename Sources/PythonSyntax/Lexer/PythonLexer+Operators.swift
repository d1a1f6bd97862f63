extension PythonLexer {
  /// An operator or delimiter, of up to three characters.
  mutating func readOperator() throws(PythonSyntaxError) {
    let start = position
    let byte = peek()
    if endsFieldExpression(byte) { return startFormat() }
    guard let (kind, length) = OperatorTable.longest(byte, peek(1), peek(2)) else {
      throw strangeCharacter(Unicode.Scalar(byte), at: position)
    }
    if kind.isOpening { try openBracket(kind) }
    if kind.isClosing { try closeBracket(kind) }
    position += length
    add(kind, from: start)
  }

  /// Whether a format begins here: at a colon that no bracket encloses.
  private func endsFieldExpression(_ byte: UInt8) -> Bool {
    byte == Byte.colon && strings.last?.isAtTopOfField ?? false
  }

  private mutating func startFormat() {
    let start = position
    position += 1
    strings[strings.count - 1].isInField = false
    strings[strings.count - 1].isInFormat = true
    add(.colon, from: start)
  }

  private mutating func openBracket(_ kind: PythonToken.Kind) throws(PythonSyntaxError) {
    guard brackets.count < Self.maximumBrackets else {
      throw PythonSyntaxError("too many nested parentheses", at: position)
    }
    brackets.append(OpenBracket(kind: kind, start: position, line: line))
    if !strings.isEmpty { strings[strings.count - 1].bracketDepth += 1 }
  }

  private mutating func closeBracket(_ kind: PythonToken.Kind) throws(PythonSyntaxError) {
    let string = strings.last
    if kind == .rightBrace, let string, string.bracketDepth == 0 {
      throw PythonSyntaxError("f-string: single '}' is not allowed", at: position)
    }
    let text = source.text(position..<position + 1)
    guard let bracket = brackets.popLast() else {
      throw PythonSyntaxError("unmatched '\(text)'", at: position)
    }
    guard kind.rawValue == bracket.kind.rawValue + 1 else { throw mismatch(bracket, text) }
    if let string { leaveBracket(of: string, kind) }
  }

  private mutating func leaveBracket(of string: FormattedString, _ kind: PythonToken.Kind) {
    let index = strings.count - 1
    strings[index].bracketDepth -= 1
    guard kind == .rightBrace, string.isAtTopOfField else { return }
    strings[index].fieldDepth -= 1
    strings[index].isInField = false
    // CPython forgets that text behind an inner field is still the format of the outer one.
    strings[index].isInFormat = false
  }

  private func mismatch(_ bracket: OpenBracket, _ text: String) -> PythonSyntaxError {
    if let string = strings.last, string.isAtTopOfField, bracket.kind == .leftBrace {
      return PythonSyntaxError("f-string: unmatched '\(text)'", at: position)
    }
    let opening = source.text(bracket.start..<bracket.start + 1)
    let place = bracket.line == line ? "" : " on line \(bracket.line)"
    return PythonSyntaxError(
      "closing parenthesis '\(text)' does not match opening parenthesis '\(opening)'\(place)",
      at: position)
  }
}
