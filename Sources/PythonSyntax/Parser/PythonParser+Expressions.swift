extension PythonParser {
  /// One expression, or several between commas, some of them unpacked.
  mutating func starExpressions() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    let first = try starExpression()
    guard token.kind == .comma else { return first }
    push(first)
    while accept(.comma), startsExpression || token.kind == .star {
      push(try starExpression())
    }
    return try finish(.tuple, start)
  }

  private mutating func starExpression() throws(PythonSyntaxError) -> PythonNodeID {
    token.kind == .star ? try starred() : try expression()
  }

  /// An element of a display.
  mutating func starNamedExpression() throws(PythonSyntaxError) -> PythonNodeID {
    token.kind == .star ? try starred() : try namedExpression()
  }

  /// `*` and an operand.
  mutating func starred(_ level: Precedence = .bitOr) throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    advance()
    return try wrap(.starred, start, try operation(level))
  }

  /// An expression, or a name, `:=` and one.
  mutating func namedExpression() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    guard token.kind == .name, kind(ahead: 1) == .colonEqual else {
      let value = try expression()
      if token.kind == .colonEqual || token.kind == .equal { throw misplacedAssignment(to: value) }
      return value
    }
    push(try assigned(try name(), .store))
    advance()
    push(try expression())
    return try finish(.namedExpression, start)
  }

  /// An expression without `:=` and without a star.
  mutating func expression() throws(PythonSyntaxError) -> PythonNodeID {
    if token.kind == .lambdaKeyword { return try lambda() }
    let first = position
    let start = begin()
    let value = try operation(.or)
    if token.kind == .ifKeyword { return try conditional(value, start) }
    if startsExpression { try refuseNeighbour(of: value, from: first) }
    return value
  }

  /// The condition behind a value, which is looked at.
  mutating func conditional(
    _ value: PythonNodeID, _ start: Start
  ) throws(PythonSyntaxError) -> PythonNodeID {
    advance()
    push(try condition(start))
    guard accept(.elseKeyword) else {
      if token.kind == .colon { throw invalidSyntax() }
      throw PythonSyntaxError("expected 'else' after 'if' expression", at: Int(start.offset))
    }
    push(value)
    push(try nested { (parser) throws(PythonSyntaxError) in try parser.expression() })
    return try finish(.conditional, start)
  }

  private mutating func condition(
    _ start: Start
  ) throws(PythonSyntaxError) -> PythonNodeID {
    let isOperand = startsExpression
    do throws(PythonSyntaxError) {
      return try operation(.or)
    } catch  where isOperand && error.message == "invalid syntax" {
      throw PythonSyntaxError("expected 'else' after 'if' expression", at: Int(start.offset))
    }
  }

  private mutating func lambda() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    advance()
    push(try parameters(until: .colon, isLambda: true))
    try expect(.colon)
    push(try nested { (parser) throws(PythonSyntaxError) in try parser.expression() })
    return try finish(.lambda, start)
  }

  /// `yield`, `yield from x` or `yield x, y`.
  mutating func yieldExpression() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    advance()
    if accept(.fromKeyword) { return try wrap(.yieldFrom, start, try expression()) }
    if startsExpression || token.kind == .star { push(try starExpressions()) }
    return try finish(.yieldExpression, start)
  }

  /// What may stand to the right of an assignment.
  mutating func assignedValue() throws(PythonSyntaxError) -> PythonNodeID {
    token.kind == .yieldKeyword ? try yieldExpression() : try starExpressions()
  }
}
