extension PythonLexer {
  /// A string; `start` is where its prefix starts, and its quote is next.
  mutating func readString(
    from start: Int, _ prefix: StringPrefix = StringPrefix()
  ) throws(PythonSyntaxError) {
    let startLine = line
    let quote = peek()
    let isTriple = peek(1) == quote && peek(2) == quote
    position += isTriple ? 3 : 1
    if version.splitsFormattedStrings, prefix.isFormatted || prefix.isTemplate {
      let isTemplate = prefix.isTemplate
      add(isTemplate ? .templateStart : .formattedStart, from: start)
      return try open(
        FormattedString(
          start: start, quote: quote, isTriple: isTriple, isRaw: prefix.isRaw,
          isTemplate: isTemplate))
    }
    guard skipString(quote, isTriple: isTriple) else {
      throw unterminatedString(from: start, quote, isTriple: isTriple)
    }
    add(.string, from: start, line: startLine)
  }

  /// Goes behind the closing quote; not so if there is none.
  private mutating func skipString(_ quote: UInt8, isTriple: Bool) -> Bool {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == quote, !isTriple || peek(1) == quote && peek(2) == quote {
        position += isTriple ? 3 : 1
        return true
      }
      if byte == Byte.newline {
        guard isTriple else { return false }
        line += 1
      }
      position += 1
      if byte == Byte.backslash { skipEscaped() }
    }
    return false
  }

  /// Goes behind the character that a backslash escapes.
  mutating func skipEscaped() {
    guard position < bytes.count else { return }
    if bytes[position] == Byte.newline { line += 1 }
    position += 1
  }

  private func unterminatedString(
    from start: Int, _ quote: UInt8, isTriple: Bool
  ) -> PythonSyntaxError {
    if let string = strings.last, string.quote == quote, string.isTriple == isTriple {
      return PythonSyntaxError("f-string: expecting '}'", at: start)
    }
    let kind = isTriple ? "triple-quoted string" : "string"
    return PythonSyntaxError(
      "unterminated \(kind) literal (detected at line \(detectionLine))", at: start)
  }

  /// The line on which CPython notices that a string does not end.
  var detectionLine: Int { min(line, source.lineCount) }
}
