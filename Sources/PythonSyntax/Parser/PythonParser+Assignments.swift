extension PythonParser {
  /// An expression alone, or an assignment to it.
  mutating func expressionStatement() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    let isParenthesized = token.kind == .leftParen
    let first = try assignedValue()
    switch token.kind {
    case .equal: return try assignment(to: first, start)
    case .colon:
      return try annotated(first, start, isParenthesized: isParenthesized)
    case .colonEqual: throw misplacedAssignment(to: first)
    default:
      if let op = augmentedOperator { return try augmented(first, op, start) }
      return try wrap(.expressionStatement, start, first)
    }
  }

  private mutating func assignment(
    to first: PythonNodeID, _ start: Start
  ) throws(PythonSyntaxError) -> PythonNodeID {
    var value = first
    while token.kind == .equal {
      try makeTarget(value, isFirst: value == first)
      push(value)
      advance()
      value = try assignedValue()
    }
    push(value)
    return try finish(.assignment, start)
  }

  /// Makes what stands before a `=` a target.
  private mutating func makeTarget(
    _ value: PythonNodeID, isFirst: Bool
  ) throws(PythonSyntaxError) {
    guard setContext(of: value, .store) != nil else { return }
    let start = Int(tree[value].start - base)
    switch tree[value].kind {
    case .yieldExpression, .yieldFrom:
      throw PythonSyntaxError("assignment to yield expression not possible", at: start)
    default:
      if isFirst, let name = comparand(value), isFollowedByLoneValue() {
        throw meantEquality(name, at: UInt32(start))
      }
      _ = try assigned(value, .store)
    }
  }

  private mutating func annotated(
    _ target: PythonNodeID, _ start: Start, isParenthesized: Bool
  ) throws(PythonSyntaxError) -> PythonNodeID {
    switch tree[target].kind {
    case .name, .attribute, .subscripted: break
    case .tuple, .listDisplay:
      throw PythonSyntaxError(
        "only single target (not \(description(of: target))) can be annotated",
        at: Int(start.offset))
    case .yieldExpression, .yieldFrom, .starred: throw invalidSyntax()
    default:
      guard isFollowedByValue() else { throw invalidSyntax() }
      throw PythonSyntaxError("illegal target for annotation", at: Int(start.offset))
    }
    push(try assigned(target, .store))
    advance()
    push(try expression())
    if accept(.equal) { push(try assignedValue()) }
    return try finish(.annotatedAssignment, start, detail: isParenthesized ? 1 : 0)
  }

  private mutating func augmented(
    _ target: PythonNodeID, _ op: PythonOperator, _ start: Start
  ) throws(PythonSyntaxError) -> PythonNodeID {
    switch tree[target].kind {
    case .name, .attribute, .subscripted: break
    case _ where !isFollowedByValue(): throw invalidSyntax()
    default:
      throw PythonSyntaxError(
        "'\(description(of: target))' is an illegal expression for augmented assignment",
        at: Int(start.offset))
    }
    push(try assigned(target, .store))
    advance()
    push(try assignedValue())
    return try finish(.augmentedAssignment, start, detail: op.rawValue)
  }
}
