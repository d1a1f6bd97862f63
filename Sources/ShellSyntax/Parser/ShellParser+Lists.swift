extension ShellParser {
  /// Commands with `;`, `&`, `&&` and `||` between them.
  ///
  /// Inside a compound command a list goes on over line ends; at the top a line end ends it.
  /// Bash manual, "Lists".
  mutating func parseList(_ role: NodeRole, crossesLines: Bool) throws(SyntaxFailure) {
    let outer = frame.role
    frame.role = role
    if crossesLines { try skipNewlines() }
    repeat {
      let first = tables.nodes.count
      try parseAndOr()
      guard try takeSeparator(after: first, crossesLines: crossesLines) else { break }
      if crossesLines { try skipNewlines() }
    } while try peek().beginsCommand
    frame.role = outer
  }

  private mutating func takeSeparator(
    after first: Int, crossesLines: Bool
  ) throws(SyntaxFailure) -> Bool {
    switch try peek() {
    case .semicolon: break
    case .ampersand: markBackground(from: first)
    case .newline where crossesLines: break
    default: return false
    }
    try advance()
    return true
  }

  private mutating func markBackground(from first: Int) {
    for node in first..<tables.nodes.count
    where tables.nodes[node].parent == frame.node && tables.nodes[node].role != .substitution {
      tables.nodes[node].flags.insert(.background)
    }
  }

  private mutating func parseAndOr() throws(SyntaxFailure) {
    var before: NodeFlags = []
    while true {
      let node = try parsePipeline()
      let kind = try peek()
      let isLast = kind != .andAnd && kind != .orOr
      let after: NodeFlags = isLast ? [] : kind == .andAnd ? .beforeAnd : .beforeOr
      if let node { tables.nodes[node].flags.formUnion(before.union(after)) }
      if isLast { return }
      before = kind == .andAnd ? .afterAnd : .afterOr
      try advance()
      try skipNewlines()
    }
  }

  /// A pipeline with `!` and `time` before it; nil when nothing else is there.
  ///
  /// Bash manual, "Pipelines".
  private mutating func parsePipeline() throws(SyntaxFailure) -> Int? {
    var flags: NodeFlags = []
    while true {
      switch try peek() {
      case .bang: flags.formSymmetricDifference(.negated)
      case .timeKeyword, .timeOption, .timeEndOfOptions: flags.insert(.timed)
      default:
        let node = try parsePipes()
        tables.nodes[node].flags.formUnion(flags)
        return node
      }
      try advance()
      if try [.newline, .semicolon, .endOfFile].contains(peek()) { return nil }
    }
  }

  private mutating func parsePipes() throws(SyntaxFailure) -> Int {
    let first = try parseCommand()
    guard try peek().isPipe else { return first }
    let outer = frame
    let pipeline = openNode(.pipeline, at: Int(tables.nodes[first].start))
    frame = Frame(node: UInt32(pipeline), role: .pipelineMember)
    tables.nodes[first].parent = UInt32(pipeline)
    tables.nodes[first].role = .pipelineMember
    while try peek().isPipe {
      let pipe = try advance()
      if pipe.kind == .pipeAmpersand { noteExtension(.pipeBoth, pipe.start, pipe.end) }
      try skipNewlines()
      _ = try parseCommand()
    }
    closeNode(pipeline, outer: outer)
    return pipeline
  }
}

extension ShellToken.Kind {
  fileprivate var isPipe: Bool { self == .pipe || self == .pipeAmpersand }

  /// Whether a command, or a pipeline with what may stand before it, begins with the token.
  var beginsCommand: Bool {
    switch self {
    case .word, .assignment, .bang, .timeKeyword, .functionKeyword, .coprocKeyword: true
    default: beginsCompound || beginsRedirection
    }
  }

  var beginsCompound: Bool {
    switch self {
    case .leftParen, .leftBrace, .leftTest, .arithmeticCommand, .ifKeyword, .caseKeyword,
      .forKeyword, .selectKeyword, .whileKeyword, .untilKeyword:
      true
    default: false
    }
  }
}
