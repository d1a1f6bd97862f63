extension PythonParser {
  mutating func returnStatement() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    advance()
    if startsExpression || token.kind == .star { push(try starExpressions()) }
    return try finish(.returnStatement, start)
  }

  mutating func raiseStatement() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    advance()
    if startsExpression {
      push(try expression())
      if accept(.fromKeyword) { push(try expression()) }
    }
    return try finish(.raiseStatement, start)
  }

  mutating func assertStatement() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    advance()
    push(try expression())
    if accept(.comma) { push(try expression()) }
    return try finish(.assertStatement, start)
  }

  mutating func deleteStatement() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    advance()
    repeat {
      push(try assigned(try deletedTarget(), .delete))
    } while accept(.comma) && startsExpression
    return try finish(.deleteStatement, start)
  }

  private mutating func deletedTarget() throws(PythonSyntaxError) -> PythonNodeID {
    token.kind == .star ? try starred() : try expression()
  }

  mutating func nameList(_ kind: PythonNodeKind) throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    advance()
    repeat { push(try identifier()) } while accept(.comma)
    return try finish(kind, start)
  }

  mutating func typeAlias() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    advance()
    push(try assigned(try name(), .store))
    push(try typeParameters())
    try expect(.equal)
    push(try expression())
    return try finish(.typeAlias, start)
  }
}
