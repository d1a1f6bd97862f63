extension ShellParser {
  /// `((…))` as a command or behind `for`; nil when the parentheses are subshells.
  ///
  /// Bash manual, "Conditional Constructs" and "Looping Constructs".
  mutating func readArithmeticCommand(_ start: Int) throws(SyntaxFailure) -> Lexeme? {
    let isLoop = state.lastToken == .forKeyword
    guard isLoop || admitsCommand, !state.isInTest, !nestedSubshells.contains(start) else {
      return nil
    }
    let before = mark()
    let origin = position
    let content = skippingContinuations(position) + 1
    position = content
    try readGroup(.arithmetic, from: start)
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
    if isLoop { try checkLoopExpressions(content..<position - 2, from: start, partMark: partMark) }
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
    _ range: Range<Int>, from start: Int, partMark: Int
  ) throws(SyntaxFailure) {
    let semicolons = separators(range, parts: partStack[partMark...])
    guard semicolons != 2 else { return }
    throw SyntaxFailure(
      offset: start,
      message: semicolons < 2
        ? "syntax error: arithmetic expression required" : "syntax error: `;` unexpected",
      hint: "write `for ((start; condition; step))`")
  }

  /// Semicolons that are in no quotes and no expansion.
  private func separators(_ range: Range<Int>, parts: ArraySlice<PartRecord>) -> Int {
    var count = 0
    var index = range.lowerBound
    for part in parts {
      count += bytes[index..<max(index, Int(part.start))].count { $0 == Byte.semicolon }
      index = Int(part.end)
    }
    return count + bytes[index..<range.upperBound].count { $0 == Byte.semicolon }
  }

  private func missingParenthesis(_ start: Int) -> SyntaxFailure {
    SyntaxFailure(
      offset: start, message: "syntax error: missing `))`",
      hint: "close it with `))`")
  }
}
