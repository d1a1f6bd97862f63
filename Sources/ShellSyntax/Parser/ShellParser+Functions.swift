extension ShellParser {
  /// `name ()` with its body; the name is taken and on the stack.
  ///
  /// Bash manual, "Shell Functions".
  mutating func parseFunctionBody(
    _ node: Int, outer: Frame, nameMark: Int
  ) throws(SyntaxFailure) -> Int {
    try advance()
    try expect(.rightParen)
    try skipNewlines()
    return try finishFunction(node, outer: outer, nameMark: nameMark)
  }

  /// `function name`, with or without parentheses.
  mutating func parseKeywordFunction() throws(SyntaxFailure) -> Int {
    let keyword = try advance()
    noteExtension(.functionKeyword, keyword.start, keyword.end)
    let (node, outer) = enterNode(.function, at: keyword.start)
    tables.nodes[node].flags.insert(.functionKeyword)
    let mark = wordStack.count
    wordStack.append(try expectWord().word)
    if try peek() == .leftParen, byte(behindBlanksAt: position) == Byte.rightParen {
      return try parseFunctionBody(node, outer: outer, nameMark: mark)
    }
    try skipNewlines()
    return try finishFunction(node, outer: outer, nameMark: mark)
  }

  private mutating func finishFunction(
    _ node: Int, outer: Frame, nameMark: Int
  ) throws(SyntaxFailure) -> Int {
    tables.nodes[node].kind = .function
    tables.nodes[node].words = flushWords(from: nameMark)
    guard try peek().beginsCompound else { throw try unexpectedToken() }
    _ = try parseCompound()
    closeNode(node, outer: outer)
    return node
  }

  /// What follows an opening parenthesis that the lexer has just read.
  private func byte(behindBlanksAt offset: Int) -> UInt8? {
    var offset = offset
    while true {
      if isContinuation(at: offset) {
        offset += 2
      } else if let byte = byte(at: offset), byte.isBlank {
        offset += 1
      } else {
        return byte(at: offset)
      }
    }
  }
}
