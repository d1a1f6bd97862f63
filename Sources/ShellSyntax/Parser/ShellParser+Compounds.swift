extension ShellParser {
  /// A compound command and its redirections.
  ///
  /// Bash manual, "Compound Commands".
  mutating func parseCompound() throws(SyntaxFailure) -> Int {
    try descend()
    let opening = try advanceIntoCompound()
    let (node, outer) = (opening.node, opening.outer)
    openings.append(
      Opening(
        start: opening.lexeme.start, keyword: text(of: opening.lexeme),
        closing: opening.lexeme.kind.closing))
    try parseContent(of: opening.lexeme, node: node)
    openings.removeLast()
    tables.nodes[node].end = UInt32(state.lastEnd)
    let end = tables.nodes[node].end
    try parseRedirections(of: node)
    frame = outer
    tables.nodes[node].end = end
    depth -= 1
    return node
  }

  /// Takes the opening token as part of the node that it opens.
  private mutating func advanceIntoCompound() throws(SyntaxFailure) -> (
    lexeme: Lexeme, node: Int, outer: Frame
  ) {
    let kind = try peek().compoundKind
    let start = state.lookahead?.start ?? position
    let (node, outer) = enterNode(kind, at: start)
    return (try advance(), node, outer)
  }

  private mutating func parseContent(of opening: Lexeme, node: Int) throws(SyntaxFailure) {
    switch opening.kind {
    case .leftParen: try parseBody(until: .rightParen)
    case .leftBrace: try parseBody(until: .rightBrace)
    case .ifKeyword: try parseIf(node)
    case .whileKeyword, .untilKeyword: try parseWhile(node)
    case .forKeyword: try parseFor(node)
    case .selectKeyword:
      noteExtension(.select, opening.start, opening.end)
      try parseFor(node)
    case .caseKeyword: try parseCase(node)
    case .leftTest:
      noteExtension(.doubleBracket, opening.start, opening.end)
      try parseTest(node)
    default:
      wordStack.append(opening.word)
      tables.nodes[node].words = flushWords(from: wordStack.count - 1)
    }
  }

  private mutating func parseBody(until end: ShellToken.Kind) throws(SyntaxFailure) {
    try parseList(.statement, crossesLines: true)
    try expect(end)
  }

  private mutating func parseIf(_ node: Int) throws(SyntaxFailure) {
    var kind = ShellToken.Kind.ifKeyword
    repeat {
      try parseList(.condition, crossesLines: true)
      noteBody(of: node, try expect(.thenKeyword))
      try parseList(.body, crossesLines: true)
      kind = try peek()
      if kind == .elifKeyword { try advance() }
    } while kind == .elifKeyword
    if kind == .elseKeyword {
      try advance()
      try parseList(.alternative, crossesLines: true)
    }
    try expect(.fiKeyword)
  }

  private mutating func parseWhile(_ node: Int) throws(SyntaxFailure) {
    try parseList(.condition, crossesLines: true)
    try parseLoopBody(of: node, acceptsBraces: false)
  }

  /// `do … done`, or braces where bash takes them too.
  mutating func parseLoopBody(of node: Int, acceptsBraces: Bool) throws(SyntaxFailure) {
    let isBraced = try peek() == .leftBrace && acceptsBraces
    noteBody(of: node, try expect(isBraced ? .leftBrace : .doKeyword))
    try parseList(.body, crossesLines: true)
    try expect(isBraced ? .rightBrace : .doneKeyword)
  }

  mutating func noteBody(of node: Int, _ keyword: Lexeme) {
    if tables.nodes[node].body == 0 { tables.nodes[node].body = UInt32(keyword.start) }
  }
}

extension ShellToken.Kind {
  fileprivate var compoundKind: NodeKind {
    switch self {
    case .leftParen: .subshell
    case .leftBrace: .group
    case .ifKeyword: .conditional
    case .whileKeyword: .whileLoop
    case .untilKeyword: .untilLoop
    case .forKeyword: .forLoop
    case .selectKeyword: .select
    case .caseKeyword: .caseSwitch
    case .leftTest: .test
    default: .arithmetic
    }
  }

  fileprivate var closing: String {
    switch self {
    case .leftParen: ")"
    case .leftBrace: "}"
    case .ifKeyword: "fi"
    case .caseKeyword: "esac"
    case .leftTest: "]]"
    case .arithmeticCommand: "))"
    default: "done"
    }
  }
}
