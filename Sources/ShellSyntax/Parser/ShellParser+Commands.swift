extension ShellParser {
  /// A command of any kind, with its redirections.
  ///
  /// Bash manual, "Shell Commands".
  mutating func parseCommand() throws(SyntaxFailure) -> Int {
    switch try peek() {
    case .functionKeyword: return try parseKeywordFunction()
    case .coprocKeyword: return try parseCoprocess()
    case let kind where kind.beginsCompound: return try parseCompound()
    case .word, .assignment: return try parseSimple()
    case let kind where kind.beginsRedirection: return try parseSimple()
    default: throw try unexpectedToken()
    }
  }

  /// A simple command, or a function definition without a keyword.
  ///
  /// Bash manual, "Simple Commands".
  private mutating func parseSimple() throws(SyntaxFailure) -> Int {
    let start = state.lookahead?.start ?? position
    let (node, outer) = enterNode(.simple, at: start)
    let marks = (words: wordStack.count, redirections: redirectionStack.count)
    if try peek() == .word {
      wordStack.append(try advance().word)
      if try peek() == .leftParen {
        return try parseFunctionBody(node, outer: outer, nameMark: marks.words)
      }
    }
    try parseSimpleElements()
    finishSimple(node, marks)
    closeNode(node, outer: outer)
    return node
  }

  /// The rest of a simple command whose first word is taken.
  mutating func parseSimple(after word: Lexeme) throws(SyntaxFailure) -> Int {
    let (node, outer) = enterNode(.simple, at: word.start)
    let marks = (words: wordStack.count, redirections: redirectionStack.count)
    wordStack.append(word.word)
    try parseSimpleElements()
    finishSimple(node, marks)
    closeNode(node, outer: outer)
    return node
  }

  private mutating func parseSimpleElements() throws(SyntaxFailure) {
    while true {
      switch try peek() {
      case .word, .assignment: wordStack.append(try advance().word)
      case let kind where kind.beginsRedirection: try parseRedirection()
      default: return
      }
    }
  }

  private mutating func finishSimple(_ node: Int, _ marks: (words: Int, redirections: Int)) {
    let words = wordStack[marks.words...]
    let assignments = words.prefix { $0.flags.contains(.assignment) }.count
    tables.nodes[node].assignmentCount = UInt32(assignments)
    if let name = words.dropFirst(assignments).first {
      let hash = hash(ofName: name)
      tables.nodes[node].nameHash = hash
      if hash == shoptHash { noteExtendedGlobs(words.dropFirst(assignments)) }
    }
    tables.nodes[node].words = flushWords(from: marks.words)
    tables.nodes[node].redirections = flushRedirections(from: marks.redirections)
  }

  private func hash(ofName word: WordRecord) -> UInt32 {
    if word.flags.contains(.expanded) { return 0 }
    let range = Int(word.start)..<Int(word.end)
    guard word.flags.isEmpty else { return nameHash(of: unquoted(word)) }
    return nameHash(of: bytes[range])
  }

  /// `shopt -s extglob` changes what is a word from the next line on.
  ///
  /// Bash manual, "The Shopt Builtin".
  private mutating func noteExtendedGlobs(_ words: ArraySlice<WordRecord>) {
    let texts = words.map { bytes[Int($0.start)..<Int($0.end)] }
    guard texts.contains(where: { $0.elementsEqual("extglob".utf8) }) else { return }
    let setting = UInt8(ascii: "s")
    acceptsExtendedGlobs = texts.contains { $0.first == Byte.dash && $0.contains(setting) }
  }

  /// `coproc`, a name that only a compound command may have, and the command.
  ///
  /// Bash manual, "Coprocesses".
  private mutating func parseCoprocess() throws(SyntaxFailure) -> Int {
    let keyword = try advance()
    noteExtension(.coprocess, keyword.start, keyword.end)
    let (node, outer) = enterNode(.coprocess, at: keyword.start)
    if try peek() == .word {
      let mark = wordStack.count
      let word = try advance()
      if try peek().beginsCompound {
        wordStack.append(word.word)
        tables.nodes[node].words = flushWords(from: mark)
        _ = try parseCompound()
      } else {
        _ = try parseSimple(after: word)
      }
    } else if try peek().beginsCompound {
      _ = try parseCompound()
    } else {
      let kind = try peek()
      guard kind == .assignment || kind.beginsRedirection else { throw try unexpectedToken() }
      _ = try parseSimple()
    }
    closeNode(node, outer: outer)
    return node
  }
}
