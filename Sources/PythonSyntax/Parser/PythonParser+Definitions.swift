extension PythonParser {
  /// Decorators, and the function or class under them.
  mutating func decorated() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    while accept(.at) {
      push(try namedExpression())
      try expect(.newline)
    }
    let decorators = try finish(.list, start)
    let definition = begin()
    switch token.kind {
    case .classKeyword: return try classDefinition(decorators: decorators)
    case .asyncKeyword where kind(ahead: 1) == .defKeyword:
      advance()
      return try functionDefinition(definition, decorators: decorators, isAsync: true)
    case .defKeyword:
      return try functionDefinition(definition, decorators: decorators, isAsync: false)
    default: throw invalidSyntax()
    }
  }

  mutating func functionDefinition(
    _ start: Start, decorators: PythonNodeID, isAsync: Bool
  ) throws(PythonSyntaxError) -> PythonNodeID {
    let line = token.line
    advance()
    let symbol = try expectName()
    push(decorators)
    push(try functionTypeParameters())
    guard token.kind == .leftParen else { throw failure("expected '('") }
    push(
      try bracketed(.rightParen) { (parser) throws(PythonSyntaxError) in
        try parser.parameters(until: .rightParen, isLambda: false)
      })
    push(try result())
    push(try block(after: "function definition", line: line, wantsColon: true))
    return try finish(.functionDefinition, start, detail: isAsync ? 1 : 0, symbol: symbol)
  }

  private mutating func result() throws(PythonSyntaxError) -> PythonNodeID {
    let arrow = token
    guard accept(.arrow) else { return .absent }
    do throws(PythonSyntaxError) {
      return try expression()
    } catch  where error.message == "invalid syntax" {
      throw PythonSyntaxError("expected ':'", at: Int(arrow.start))
    }
  }

  private mutating func functionTypeParameters() throws(PythonSyntaxError) -> PythonNodeID {
    let bracket = token
    do throws(PythonSyntaxError) {
      return try typeParameters()
    } catch  where error.message == "invalid syntax" {
      throw PythonSyntaxError("expected '('", at: Int(bracket.start))
    }
  }

  mutating func classDefinition(
    decorators: PythonNodeID
  ) throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    let line = token.line
    advance()
    let symbol = try expectName()
    push(decorators)
    push(try typeParameters())
    push(try bases())
    push(try block(after: "class definition", line: line))
    return try finish(.classDefinition, start, symbol: symbol)
  }

  private mutating func bases() throws(PythonSyntaxError) -> PythonNodeID {
    guard token.kind == .leftParen else { return .absent }
    let start = begin()
    try arguments(allowsGenerator: false)
    return try finish(.list, start)
  }
}
