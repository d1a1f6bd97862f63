extension ShellParser {
  /// `((…))` as a command or behind `for`; nil when the parentheses are subshells.
  ///
  /// Bash manual, "Conditional Constructs" and "Looping Constructs".
  mutating func readArithmeticCommand(_ start: Int) throws(SyntaxFailure) -> Lexeme? {
    let isLoop = state.lastToken == .forKeyword
    guard isLoop || admitsCommand, !nestedSubshells.contains(start) else { return nil }
    let before = mark()
    let origin = position
    let content = skippingContinuations(position) + 1
    position = content
    try readGroup(from: start, open: Byte.leftParen, close: Byte.rightParen)
    guard take(Byte.rightParen) else {
      guard !isLoop else { throw missingParenthesis(start) }
      nestedSubshells.insert(start)
      rewind(to: before)
      position = origin
      return nil
    }
    return try finishArithmetic(start, content: content, partMark: before.partStack, isLoop: isLoop)
  }

  private mutating func finishArithmetic(
    _ start: Int, content: Int, partMark: Int, isLoop: Bool
  ) throws(SyntaxFailure) -> Lexeme {
    if isLoop { try checkLoopExpressions(content..<position - 2, from: start) }
    noteExtension(isLoop ? .arithmeticFor : .arithmeticCommand, start, position)
    var lexeme = finish(isLoop ? .arithmeticFor : .arithmeticCommand, from: start)
    lexeme.word = WordRecord(start: UInt32(start), end: UInt32(position), flags: .expanded)
    lexeme.word.parts = flushParts(from: partMark)
    return lexeme
  }

  var admitsCommand: Bool {
    let before = state.tokenBeforeLast
    return state.lastToken.admitsReservedWord
      || state.lastToken == .word && (before == .coprocKeyword || before == .functionKeyword)
  }

  /// Three expressions, with a semicolon between each two.
  private func checkLoopExpressions(
    _ range: Range<Int>, from start: Int
  ) throws(SyntaxFailure) {
    let semicolons = topLevelSemicolons(range)
    guard semicolons != 2 else { return }
    throw SyntaxFailure(
      offset: start,
      message: semicolons < 2
        ? "syntax error: arithmetic expression required" : "syntax error: `;` unexpected",
      hint: "write `for ((start; condition; step))`")
  }

  private func topLevelSemicolons(_ range: Range<Int>) -> Int {
    var count = 0
    var quote: UInt8?
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == Byte.backslash {
        index += 1
      } else if byte == quote {
        quote = nil
      } else if quote == nil {
        if byte == Byte.semicolon { count += 1 }
        if byte == Byte.singleQuote || byte == Byte.doubleQuote { quote = byte }
      }
      index += 1
    }
    return count
  }

  private func missingParenthesis(_ start: Int) -> SyntaxFailure {
    SyntaxFailure(
      offset: start, message: "syntax error near unexpected token `((`",
      hint: "close it with `))`")
  }
}
