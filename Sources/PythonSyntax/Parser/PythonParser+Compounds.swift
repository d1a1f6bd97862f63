extension PythonParser {
  mutating func ifStatement() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    try conditionalBlock("'if' statement")
    while token.kind == .elifKeyword { try conditionalBlock("'elif' statement") }
    if token.kind == .elseKeyword { push(try elseBlock()) }
    return try finish(.ifStatement, start)
  }

  /// Pushes the condition behind the keyword that is looked at, and its block.
  private mutating func conditionalBlock(_ header: StaticString) throws(PythonSyntaxError) {
    let line = token.line
    advance()
    push(try namedExpression())
    push(try block(after: header, line: line))
  }

  /// The block of an `else` that is looked at.
  mutating func elseBlock() throws(PythonSyntaxError) -> PythonNodeID {
    let line = token.line
    advance()
    return try block(after: "'else' statement", line: line, wantsColon: true)
  }

  private mutating func optionalElse() throws(PythonSyntaxError) -> PythonNodeID {
    token.kind == .elseKeyword ? try elseBlock() : .absent
  }

  mutating func whileStatement() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    let line = token.line
    advance()
    push(try namedExpression())
    push(try block(after: "'while' statement", line: line))
    push(try optionalElse())
    return try finish(.whileStatement, start)
  }

  mutating func forStatement(
    _ start: Start, isAsync: Bool
  ) throws(PythonSyntaxError) -> PythonNodeID {
    let line = token.line
    advance()
    push(try loopTargets())
    try expect(.inKeyword)
    push(try starExpressions())
    push(try block(after: "'for' statement", line: line))
    push(try optionalElse())
    return try finish(.forStatement, start, detail: isAsync ? 1 : 0)
  }
}
