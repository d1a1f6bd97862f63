extension PythonParser {
  mutating func withStatement(
    _ start: Start, isAsync: Bool
  ) throws(PythonSyntaxError) -> PythonNodeID {
    let line = token.line
    advance()
    try withItems()
    push(try block(after: "'with' statement", line: line))
    return try finish(.withStatement, start, detail: isAsync ? 1 : 0)
  }

  /// Pushes the items: those in parentheses if the header ends with them, as far as they are items.
  private mutating func withItems() throws(PythonSyntaxError) {
    if token.kind == .leftParen, endsHeader() {
      let before = self
      do throws(PythonSyntaxError) {
        return try parenthesizedItems()
      } catch {
        self = before
        // What holds an `as` can be nothing else.
        if hasAlias { throw error }
      }
    }
    repeat { push(try withItem()) } while accept(.comma)
  }

  private mutating func parenthesizedItems() throws(PythonSyntaxError) {
    try bracketed(.rightParen) { (parser) throws(PythonSyntaxError) in
      repeat {
        parser.push(try parser.withItem())
      } while parser.accept(.comma)
        && parser.token.kind != .rightParen
    }
  }

  private mutating func withItem() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    push(try expression())
    if accept(.asKeyword) {
      push(try assigned(try itemTarget(), .store))
      guard
        token.kind == .comma || token.kind == .rightParen || token.kind == .colon
          || token.kind == .newline
      else { throw invalidSyntax() }
    }
    return try finish(.withItem, start)
  }

  private mutating func itemTarget() throws(PythonSyntaxError) -> PythonNodeID {
    token.kind == .star ? try starred() : try expression()
  }

  /// The distance to the parenthesis that closes the one that is looked at.
  private var closingDistance: Int? {
    var level = 0
    for index in position..<tokens.count {
      if tokens[index].kind.isOpening { level += 1 }
      if tokens[index].kind.isClosing { level -= 1 }
      if level == 0 { return index - position }
    }
    return nil
  }

  private func endsHeader() -> Bool {
    guard let distance = closingDistance else { return false }
    return kind(ahead: distance + 1) == .colon || kind(ahead: distance + 1) == .newline
  }

  private var hasAlias: Bool {
    guard let distance = closingDistance else { return false }
    return (0..<distance).contains { kind(ahead: $0) == .asKeyword }
  }
}
