extension PythonParser {
  /// The comprehension of an element and the clauses that are looked at.
  mutating func comprehension(
    _ kind: PythonNodeKind, of element: PythonNodeID, _ start: Start
  ) throws(PythonSyntaxError) -> PythonNodeID {
    if tree[element].kind == .starred {
      throw PythonSyntaxError(
        "iterable unpacking cannot be used in comprehension", at: Int(start.offset))
    }
    push(element)
    return try clauses(kind, start)
  }

  /// The comprehension of what was pushed since its start and the clauses that are looked at.
  mutating func clauses(
    _ kind: PythonNodeKind, _ start: Start
  ) throws(PythonSyntaxError) -> PythonNodeID {
    while startsComprehension { push(try clause()) }
    return try finish(kind, start)
  }

  /// The error of a comprehension whose elements have commas between, if it is well formed else.
  mutating func lacksParentheses(_ start: Start) throws(PythonSyntaxError) -> PythonSyntaxError {
    while startsComprehension { push(try clause()) }
    return PythonSyntaxError(
      "did you forget parentheses around the comprehension target?", at: Int(start.offset))
  }

  private mutating func clause() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    let isAsync = accept(.asyncKeyword)
    advance()
    push(try loopTargets())
    guard accept(.inKeyword) else { throw failure("'in' expected after for-loop variables") }
    push(try operation(.or))
    while accept(.ifKeyword) { push(try operation(.or)) }
    return try finish(.comprehensionClause, start, detail: isAsync ? 1 : 0)
  }

  /// The targets of a loop, up to `in`.
  mutating func loopTargets() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    let first = try loopTarget()
    guard token.kind == .comma else { return try assigned(first, .store) }
    push(first)
    while accept(.comma), startsExpression || token.kind == .star { push(try loopTarget()) }
    return try assigned(try finish(.tuple, start), .store)
  }

  private mutating func loopTarget() throws(PythonSyntaxError) -> PythonNodeID {
    token.kind == .star ? try starred() : try operation(.bitOr)
  }
}
