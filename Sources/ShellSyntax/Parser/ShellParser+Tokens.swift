extension ShellParser {
  /// The kind of the next token, which stays to be taken.
  mutating func peek() throws(SyntaxFailure) -> ShellToken.Kind {
    if let lexeme = state.lookahead { return lexeme.kind }
    let lexeme = try readToken()
    state.lookahead = lexeme
    return lexeme.kind
  }

  /// Takes the next token; substitutions in it belong to the current node.
  @discardableResult
  mutating func advance() throws(SyntaxFailure) -> Lexeme {
    _ = try peek()
    guard let lexeme = state.lookahead else { throw unexpectedEnd() }
    state.lookahead = nil
    state.lastEnd = lexeme.end
    if !state.orphans.isEmpty { adoptOrphans() }
    return lexeme
  }

  private mutating func adoptOrphans() {
    for node in state.orphans { tables.nodes[node].parent = frame.node }
    state.orphans.removeAll(keepingCapacity: true)
  }

  /// Takes the next token, which must be of the given kind.
  @discardableResult
  mutating func expect(_ kind: ShellToken.Kind) throws(SyntaxFailure) -> Lexeme {
    guard try peek() == kind else { throw try unexpectedToken() }
    return try advance()
  }

  mutating func skipNewlines() throws(SyntaxFailure) {
    while try peek() == .newline { try advance() }
  }

  /// Reads the next token of the text.
  mutating func readToken() throws(SyntaxFailure) -> Lexeme {
    skipBlanksAndComment()
    let start = position
    guard start < limit else { return try readEndOfFile() }
    switch bytes[start] {
    case Byte.newline: return try readNewline()
    case Byte.leftParen, Byte.pipe:
      return state.isRegularExpression ? try readWord() : try readOperator()
    case Byte.rightParen, Byte.semicolon, Byte.ampersand: return try readOperator()
    case Byte.less, Byte.greater:
      let isSubstitution = byte(behindContinuationsAt: start + 1) == Byte.leftParen
      return isSubstitution ? try readWord() : try readOperator()
    case Byte.dash where [.lessAnd, .greaterAnd].contains(state.lastToken):
      position += 1
      return finish(.dash, from: start)
    default: return try readWord()
    }
  }

  /// Remembers the token, on which the meaning of the next ones depends.
  mutating func finish(_ kind: ShellToken.Kind, from start: Int) -> Lexeme {
    tables.tokens.append(ShellToken(kind: kind, start: UInt32(start), end: UInt32(position)))
    remember(kind)
    return Lexeme(kind: kind, start: start, end: position)
  }

  mutating func remember(_ kind: ShellToken.Kind) {
    state.tokenBeforeLast = state.lastToken
    state.lastToken = kind
  }

  private mutating func readEndOfFile() throws(SyntaxFailure) -> Lexeme {
    try readHereDocuments()
    remember(.endOfFile)
    return Lexeme(kind: .endOfFile, start: limit, end: limit)
  }

  private mutating func readNewline() throws(SyntaxFailure) -> Lexeme {
    let start = position
    position += 1
    state.acceptsArrays = false
    state.isInLeadingRedirections = false
    let lexeme = finish(.newline, from: start)
    try readHereDocuments()
    return lexeme
  }

  private mutating func skipBlanksAndComment() {
    while position < limit {
      switch bytes[position] {
      case Byte.space, Byte.tab: position += 1
      case Byte.backslash where isContinuation(at: position): position += 2
      case Byte.hash: return readComment()
      default: return
      }
    }
  }

  private mutating func readComment() {
    let start = position
    while position < limit, bytes[position] != Byte.newline { position += 1 }
    tables.comments.append(UInt32(start)..<UInt32(position))
  }

  /// Whether a backslash and a line end follow, which the shell drops.
  ///
  /// Bash manual, "Escape Character".
  func isContinuation(at offset: Int) -> Bool {
    offset + 1 < limit && bytes[offset] == Byte.backslash && bytes[offset + 1] == Byte.newline
  }

  /// The offset of the next byte that is not part of a continuation.
  func skippingContinuations(_ offset: Int) -> Int {
    var offset = offset
    while isContinuation(at: offset) { offset += 2 }
    return offset
  }

  func byte(at offset: Int) -> UInt8? {
    offset < limit ? bytes[offset] : nil
  }

  func byte(behindContinuationsAt offset: Int) -> UInt8? {
    byte(at: skippingContinuations(offset))
  }
}
