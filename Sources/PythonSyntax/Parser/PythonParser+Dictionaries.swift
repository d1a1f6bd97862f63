extension PythonParser {
  /// What is between braces: the comprehension, or nil when the parts of the display were pushed.
  mutating func braceContents(
    _ kind: inout PythonNodeKind
  ) throws(PythonSyntaxError) -> PythonNodeID? {
    if token.kind == .doubleStar { return try entries(begin()) }
    let isNamed = token.kind == .name && self.kind(ahead: 1) == .colonEqual
    if token.kind == .star || isNamed {
      kind = .setDisplay
      return try elements(.setComprehension, until: .rightBrace)
    }
    let start = begin()
    let first = try namedExpression()
    if token.kind == .colon { return try entries(start, firstKey: first) }
    kind = .setDisplay
    return try restOfSet(first, start)
  }

  private mutating func restOfSet(
    _ first: PythonNodeID, _ start: Start
  ) throws(PythonSyntaxError) -> PythonNodeID? {
    if startsComprehension { return try comprehension(.setComprehension, of: first, start) }
    push(first)
    while accept(.comma), token.kind != .rightBrace { push(try starNamedExpression()) }
    if startsComprehension { throw try lacksParentheses(start) }
    return nil
  }

  /// The entries of a dictionary, which are pushed, or else the comprehension.
  private mutating func entries(
    _ start: Start, firstKey: PythonNodeID? = nil
  ) throws(PythonSyntaxError) -> PythonNodeID? {
    if let firstKey {
      push(firstKey)
      push(try entryValue())
      if startsComprehension { return try clauses(.dictionaryComprehension, start) }
    } else {
      try unpackedMapping()
    }
    while accept(.comma), token.kind != .rightBrace { try entry() }
    return nil
  }

  private mutating func entry() throws(PythonSyntaxError) {
    if token.kind == .doubleStar { return try unpackedMapping() }
    push(try operandKey())
    push(try entryValue())
  }

  /// A key, behind which must be a colon.
  private mutating func operandKey() throws(PythonSyntaxError) -> PythonNodeID {
    let isLambda = token.kind == .lambdaKeyword
    let start = begin()
    var key = isLambda ? try expression() : try operation(.or)
    if !isLambda, token.kind == .ifKeyword { key = try conditional(key, start) }
    guard token.kind == .colon else {
      throw PythonSyntaxError("':' expected after dictionary key", at: max(0, Int(lastEnd) - 1))
    }
    return key
  }

  /// The value behind the colon that is looked at.
  private mutating func entryValue() throws(PythonSyntaxError) -> PythonNodeID {
    let colon = token.start
    advance()
    switch token.kind {
    case .star:
      throw failure("cannot use a starred expression in a dictionary value")
    case .rightBrace, .comma:
      throw PythonSyntaxError(
        "expression expected after dictionary key and ':'", at: Int(colon))
    default: return try expression()
    }
  }

  private mutating func unpackedMapping() throws(PythonSyntaxError) {
    let start = token.start
    advance()
    push(.absent)
    push(try operation(.bitOr))
    if startsComprehension {
      throw PythonSyntaxError(
        "dict unpacking cannot be used in dict comprehension", at: Int(start))
    }
  }
}
