extension PythonParser {
  mutating func matchStatement() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    let line = token.line
    advance()
    push(try subject())
    guard accept(.colon) else { throw failure("expected ':'") }
    try expect(.newline)
    guard accept(.indent) else {
      throw PythonSyntaxError(
        "expected an indented block after 'match' statement on line \(line)",
        at: place(of: token), kind: .indentation)
    }
    repeat { push(try matchCase()) } while token.kind != .dedent && token.kind != .endMarker
    _ = accept(.dedent)
    return try finish(.matchStatement, start)
  }

  private mutating func subject() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    let first = try starNamedExpression()
    guard token.kind == .comma else {
      if tree[first].kind == .starred { throw invalidSyntax() }
      return first
    }
    push(first)
    while accept(.comma), token.kind != .colon { push(try starNamedExpression()) }
    return try finish(.tuple, start)
  }

  private mutating func matchCase() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    guard isName(token, "case") else { throw invalidSyntax() }
    let line = token.line
    advance()
    push(try patterns())
    push(accept(.ifKeyword) ? try namedExpression() : .absent)
    push(try block(after: "'case' statement", line: line))
    return try finish(.matchCase, start)
  }

  /// One pattern, or a sequence without brackets.
  private mutating func patterns() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    let first = try starOrPattern()
    guard token.kind == .comma else {
      if tree[first].kind == .starPattern { throw invalidSyntax() }
      return first
    }
    push(first)
    while accept(.comma), token.kind != .colon, token.kind != .ifKeyword {
      push(try starOrPattern())
    }
    return try finish(.sequencePattern, start)
  }

  mutating func starOrPattern() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    guard accept(.star) else { return try pattern() }
    let symbol = isName(token, "_") ? .none : self.symbol(of: token)
    _ = try expectName()
    return try finish(.starPattern, start, symbol: symbol)
  }
}
