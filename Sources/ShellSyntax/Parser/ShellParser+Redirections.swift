extension ShellParser {
  /// One redirection; the current node gets it when its redirections are flushed.
  ///
  /// Bash manual, "Redirections".
  mutating func parseRedirection() throws(SyntaxFailure) {
    let start = try startOfRedirection()
    let token = try advance()
    var record = RedirectionRecord(
      kind: token.kind, start: UInt32(start), operatorStart: UInt32(token.start), end: 0,
      target: NodeRecord.none)
    let target = try parseTarget(of: token.kind)
    if target.kind != .dash {
      record.target = UInt32(tables.words.count)
      tables.words.append(target.word)
    }
    record.end = UInt32(target.end)
    noteExtension(of: token, target)
    if token.kind == .lessLess || token.kind == .lessLessDash {
      record.hereDocument = UInt32(addHereDocument(token.kind, target.word, record.target))
    }
    redirectionStack.append(record)
  }

  private mutating func startOfRedirection() throws(SyntaxFailure) -> Int {
    let kind = try peek()
    guard kind == .number || kind == .variableRedirection else {
      return state.lookahead?.start ?? position
    }
    let prefix = try advance()
    if kind == .variableRedirection {
      noteExtension(.variableRedirection, prefix.start, prefix.end)
    }
    guard try peek().beginsRedirection else { throw try unexpectedToken() }
    return prefix.start
  }

  private mutating func parseTarget(
    of kind: ShellToken.Kind
  ) throws(SyntaxFailure) -> Lexeme {
    let duplicates = kind == .lessAnd || kind == .greaterAnd
    switch try peek() {
    case .word, .assignment: return try advance()
    case .number where duplicates, .dash where duplicates: return try advance()
    default: throw try unexpectedToken()
    }
  }

  private mutating func noteExtension(of token: Lexeme, _ target: Lexeme) {
    switch token.kind {
    case .lessLessLess: noteExtension(.hereString, token.start, target.end)
    case .andGreater, .andGreaterGreater: noteExtension(.redirectBoth, token.start, token.end)
    default: break
    }
  }

  private mutating func addHereDocument(
    _ kind: ShellToken.Kind, _ delimiter: WordRecord, _ row: UInt32
  ) -> Int {
    tables.hereDocuments.append(
      HereDocumentRecord(
        node: frame.node, delimiter: row, isQuoted: delimiter.flags.contains(.quoted),
        stripsTabs: kind == .lessLessDash))
    state.pendingHereDocuments.append(tables.hereDocuments.count - 1)
    return tables.hereDocuments.count - 1
  }

  /// The redirections behind a compound command.
  mutating func parseRedirections(of node: Int) throws(SyntaxFailure) {
    let mark = redirectionStack.count
    while try peek().beginsRedirection { try parseRedirection() }
    tables.nodes[node].redirections = flushRedirections(from: mark)
  }
}
