extension ShellParser {
  /// The expression between `[[` and `]]`.
  ///
  /// Bash manual, "Conditional Constructs" and "Bash Conditional Expressions".
  mutating func parseTest(_ node: Int) throws(SyntaxFailure) {
    let mark = wordStack.count
    state.isInTest = true
    try parseTestExpression()
    guard try peek() == .rightTest else { throw try unexpectedInTest() }
    state.isInTest = false
    try advance()
    tables.nodes[node].words = flushWords(from: mark)
  }

  private mutating func parseTestExpression() throws(SyntaxFailure) {
    try descend()
    while true {
      try parseTestTerm()
      guard try [.andAnd, .orOr].contains(peek()) else { break }
      try advance()
    }
    depth -= 1
  }

  private mutating func parseTestTerm() throws(SyntaxFailure) {
    try skipNewlines()
    while try isTestNegation() {
      try advance()
      try skipNewlines()
    }
    switch try peek() {
    case .leftParen: try parseTestGroup()
    case .word, .assignment:
      let word = try advance()
      wordStack.append(word.word)
      if isUnaryOperator(word) {
        try parseOperand("unexpected argument `%` to conditional unary operator")
      } else {
        try parseTestComparison()
      }
    default: throw try unexpectedInTest()
    }
    try skipNewlines()
  }

  private mutating func parseTestGroup() throws(SyntaxFailure) {
    try advance()
    try parseTestExpression()
    guard try peek() == .rightParen else {
      throw try testFailure("unexpected token `%`, expected `)`")
    }
    try advance()
  }

  private mutating func isTestNegation() throws(SyntaxFailure) -> Bool {
    let kind = try peek()
    guard let lexeme = state.lookahead else { return false }
    return kind == .bang || kind == .word && text(of: lexeme) == "!"
  }

  /// What stands behind a word: an operator and another word, or nothing.
  private mutating func parseTestComparison() throws(SyntaxFailure) {
    let kind = try peek()
    guard let lexeme = state.lookahead else { return }
    switch kind {
    case .less, .greater: break
    case .word where isBinaryOperator(lexeme): wordStack.append(lexeme.word)
    case .rightTest, .andAnd, .orOr, .rightParen: return
    case .word: throw try testFailure("conditional binary operator expected")
    default: throw try testFailure("unexpected token `%`, conditional binary operator expected")
    }
    try advance()
    try parseRightOperand(of: text(of: lexeme))
  }

  private mutating func parseRightOperand(of comparison: String) throws(SyntaxFailure) {
    state.isRegularExpression = comparison == "=~"
    state.isTestPattern = ["=", "==", "!="].contains(comparison)
    _ = try peek()
    state.isRegularExpression = false
    state.isTestPattern = false
    try parseOperand("unexpected argument `%` to conditional binary operator")
  }

  private mutating func parseOperand(_ message: String) throws(SyntaxFailure) {
    guard try [.word, .assignment].contains(peek()) else { throw try testFailure(message) }
    wordStack.append(try advance().word)
  }

  private func isUnaryOperator(_ lexeme: Lexeme) -> Bool {
    guard lexeme.word.flags.isEmpty, lexeme.end - lexeme.start == 2 else { return false }
    return bytes[lexeme.start] == Byte.dash
      && unaryOperators.contains(bytes[lexeme.start + 1])
  }

  private func isBinaryOperator(_ lexeme: Lexeme) -> Bool {
    ShellParser.binaryOperators.contains(text(of: lexeme))
  }

  private static let binaryOperators: Set = [
    "=", "==", "!=", "=~", "<", ">", "-ef", "-nt", "-ot", "-eq", "-ne", "-lt", "-le", "-gt", "-ge",
  ]
}

extension ShellParser {
  private mutating func unexpectedInTest() throws(SyntaxFailure) -> SyntaxFailure {
    try testFailure("unexpected token `%` in conditional command")
  }

  /// The error at the next token, whose text stands for the percent sign.
  private mutating func testFailure(_ message: String) throws(SyntaxFailure) -> SyntaxFailure {
    guard try peek() != .endOfFile, let lexeme = state.lookahead else { return unexpectedEnd() }
    let parts = message.split(separator: "%", omittingEmptySubsequences: false)
    return SyntaxFailure(
      offset: lexeme.start, message: parts.joined(separator: text(of: lexeme)),
      hint: "quote what is not an operator of `[[`")
  }
}
