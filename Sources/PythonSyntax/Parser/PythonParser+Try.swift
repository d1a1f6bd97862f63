extension PythonParser {
  mutating func tryStatement() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    let line = token.line
    advance()
    push(try block(after: "'try' statement", line: line, wantsColon: true))
    let isStarred = kind(ahead: 1) == .star
    let handlers = try handlers(isStarred: isStarred)
    push(handlers)
    let hasHandlers = tree[handlers].linkCount > 0
    push(hasHandlers && token.kind == .elseKeyword ? try elseBlock() : .absent)
    push(try finallyBlock())
    guard hasHandlers || tree[pending[pending.count - 1]].kind == .block else {
      throw failure("expected 'except' or 'finally' block")
    }
    return try finish(.tryStatement, start, detail: isStarred && hasHandlers ? 1 : 0)
  }

  private mutating func handlers(isStarred: Bool) throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    while token.kind == .exceptKeyword {
      guard (kind(ahead: 1) == .star) == isStarred else {
        throw failure("cannot have both 'except' and 'except*' on the same 'try'")
      }
      push(try handler(isStarred: isStarred))
    }
    return try finish(.list, start)
  }

  private mutating func handler(isStarred: Bool) throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    let line = token.line
    advance()
    if isStarred { advance() }
    var symbol = PythonSymbol.none
    push(try caught(isStarred: isStarred))
    if accept(.asKeyword) { symbol = try expectName() }
    push(
      isStarred
        ? try block(after: "'except*' statement", line: line)
        : try block(after: "'except' statement", line: line))
    return try finish(.exceptionHandler, start, symbol: symbol)
  }

  /// The exceptions that a handler catches.
  private mutating func caught(isStarred: Bool) throws(PythonSyntaxError) -> PythonNodeID {
    if token.kind == .colon || token.kind == .newline {
      guard isStarred else { return .absent }
      throw failure("expected one or more exception types")
    }
    let start = begin()
    let first = try expression()
    guard token.kind == .comma else { return first }
    push(first)
    while accept(.comma), startsExpression { push(try expression()) }
    // PEP 758 lets the parentheses go, but not before a name.
    guard version.minor >= 14, token.kind != .asKeyword else {
      throw PythonSyntaxError(
        "multiple exception types must be parenthesized", at: Int(start.offset))
    }
    return try finish(.tuple, start)
  }

  private mutating func finallyBlock() throws(PythonSyntaxError) -> PythonNodeID {
    guard token.kind == .finallyKeyword else { return .absent }
    let line = token.line
    advance()
    return try block(after: "'finally' statement", line: line, wantsColon: true)
  }
}
