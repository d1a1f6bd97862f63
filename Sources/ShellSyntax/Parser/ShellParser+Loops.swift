extension ShellParser {
  /// What stands behind `for` or `select`.
  ///
  /// Bash manual, "Looping Constructs" and "Conditional Constructs".
  mutating func parseFor(_ node: Int) throws(SyntaxFailure) {
    let mark = wordStack.count
    if try peek() == .arithmeticFor {
      tables.nodes[node].kind = .arithmeticForLoop
      wordStack.append(try advance().word)
      tables.nodes[node].words = flushWords(from: mark)
      if try [.semicolon, .newline].contains(peek()) { try advance() }
      try skipNewlines()
    } else {
      wordStack.append(try expectWord().word)
      try parseForList()
      tables.nodes[node].words = flushWords(from: mark)
    }
    try parseLoopBody(of: node, acceptsBraces: true)
  }

  /// `in` and the words, or neither, up to `do`.
  private mutating func parseForList() throws(SyntaxFailure) {
    if try peek() == .semicolon {
      try advance()
      return try skipNewlines()
    }
    try skipNewlines()
    guard try peek() == .inKeyword else { return }
    try advance()
    while try [.word, .assignment].contains(peek()) { wordStack.append(try advance().word) }
    guard try [.semicolon, .newline].contains(peek()) else { throw try unexpectedToken() }
    try advance()
    try skipNewlines()
  }

  mutating func expectWord() throws(SyntaxFailure) -> Lexeme {
    guard try [.word, .assignment].contains(peek()) else { throw try unexpectedToken() }
    return try advance()
  }

  /// What stands behind `case`.
  ///
  /// Bash manual, "Conditional Constructs".
  mutating func parseCase(_ node: Int) throws(SyntaxFailure) {
    let mark = wordStack.count
    wordStack.append(try expectWord().word)
    try skipNewlines()
    noteBody(of: node, try expect(.inKeyword))
    try skipNewlines()
    while try peek() != .esacKeyword {
      try parsePatterns()
      guard try parseClause() else { break }
    }
    try expect(.esacKeyword)
    tables.nodes[node].words = flushWords(from: mark)
  }

  private mutating func parsePatterns() throws(SyntaxFailure) {
    if try peek() == .leftParen { try advance() }
    wordStack.append(try expectWord().word)
    while try peek() == .pipe {
      try advance()
      wordStack.append(try expectWord().word)
    }
    try expect(.rightParen)
  }

  /// The commands behind a pattern; false when no terminator stands behind them.
  private mutating func parseClause() throws(SyntaxFailure) -> Bool {
    try skipNewlines()
    if try peek().beginsCommand { try parseList(.body, crossesLines: true) }
    let kind = try peek()
    guard kind == .semiSemi || kind == .semiAnd || kind == .semiSemiAnd else { return false }
    let terminator = try advance()
    if kind != .semiSemi { noteExtension(.caseFallThrough, terminator.start, terminator.end) }
    try skipNewlines()
    return true
  }
}
