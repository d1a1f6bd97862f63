extension ShellParser {
  /// The commands up to the parenthesis that closes a substitution; the opening one is behind.
  ///
  /// Bash manual, "Command Substitution" and "Process Substitution".
  mutating func readCommandSubstitution(
    _ kind: NodeKind, from start: Int
  ) throws(SyntaxFailure) {
    try descend()
    tables.nodes.append(
      NodeRecord(kind: kind, role: .substitution, start: UInt32(start), parent: NodeRecord.none))
    let node = tables.nodes.count - 1
    let outer = (state: state, frame: frame)
    state = LexerState()
    state.isSubstitution = true
    state.lastToken = .dollarParen
    frame = Frame(node: UInt32(node), role: .statement)
    let mark = partStack.count
    try readSubstitutedCommands(from: start)
    // Bash goes on to look for the text behind the line in which the substitution ends.
    let pending = state.pendingHereDocuments
    (state, frame) = outer
    state.pendingHereDocuments.insert(contentsOf: pending, at: 0)
    depth -= 1
    tables.nodes[node].end = UInt32(position)
    state.orphans.append(node)
    expansionCount += 1
    addPart(
      kind.part, from: start, childrenFrom: mark, payload: Rows(start: UInt32(node), count: 1))
  }

  private mutating func readSubstitutedCommands(from start: Int) throws(SyntaxFailure) {
    openings.append(Opening(start: start, keyword: "$(", closing: ")"))
    try skipNewlines()
    if try peek() != .rightParen { try parseList(.statement, crossesLines: true) }
    if try peek() == .endOfFile { throw unmatched(Byte.rightParen, from: start) }
    try expect(.rightParen)
    openings.removeLast()
  }

  /// `<(…)` or `>(…)`; false for a redirection operator, which ends the word.
  mutating func readProcessSubstitution() throws(SyntaxFailure) -> Bool {
    let start = position
    let paren = skippingContinuations(start + 1)
    guard byte(at: paren) == Byte.leftParen else { return false }
    position = paren + 1
    if byte(behindContinuationsAt: position) == Byte.leftParen {
      try readUncheckedSubstitution(.processSubstitution, from: start, content: position)
    } else {
      try readCommandSubstitution(.processSubstitution, from: start)
    }
    noteExtension(.processSubstitution, start, position)
    return true
  }

  /// `` `…` ``: the shell looks for its end only, and parses it when it is run.
  mutating func readBackquotes(isQuoted: Bool) throws(SyntaxFailure) {
    let start = position
    var hasEscapes = false
    position += 1
    while let byte = byte(at: position), byte != Byte.backquote {
      if byte == Byte.backslash { hasEscapes = true }
      position = min(position + (byte == Byte.backslash ? 2 : 1), limit)
    }
    guard position < limit else { throw unmatched(Byte.backquote, from: start) }
    let content = start + 1..<position
    position += 1
    let text = hasEscapes ? unescape(content, isQuoted: isQuoted) : content
    addTolerantSubstitution(.backquotes, from: start, content: text)
  }

  /// Appends a copy of backquoted text without the escapes that the backquotes need.
  private mutating func unescape(_ range: Range<Int>, isQuoted: Bool) -> Range<Int> {
    // Keeps the end of the file and the start of the copy apart.
    if unescaped.isEmpty { bytes.append(Byte.newline) }
    let start = bytes.count
    var origins = [UInt32]()
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == Byte.backslash, index + 1 < range.upperBound,
        isUnescaped(bytes[index + 1], isQuoted: isQuoted)
      {
        index += 1
      }
      bytes.append(bytes[index])
      origins.append(UInt32(index))
      index += 1
    }
    origins.append(UInt32(range.upperBound))
    unescaped.append(UnescapedText(start: start, origins: origins))
    return start..<bytes.count
  }

  private func isUnescaped(_ byte: UInt8, isQuoted: Bool) -> Bool {
    switch byte {
    case Byte.backslash, Byte.backquote, Byte.dollar: true
    case Byte.doubleQuote: isQuoted
    default: false
    }
  }

  /// Commands up to the end of the text.
  mutating func parseToEnd() throws(SyntaxFailure) {
    try descend()
    try skipNewlines()
    if try peek() != .endOfFile { try parseList(.statement, crossesLines: true) }
    guard try peek() == .endOfFile else { throw try unexpectedToken() }
  }
}

extension NodeKind {
  /// The part of a word that a substitution is.
  var part: PartKind {
    switch self {
    case .backquotes: .backquotes
    case .processSubstitution: .processSubstitution
    default: .commandSubstitution
    }
  }
}
