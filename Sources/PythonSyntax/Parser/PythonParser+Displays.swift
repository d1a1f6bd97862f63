extension PythonParser {
  /// Whether `for` or `async for` is looked at.
  var startsComprehension: Bool {
    token.kind == .forKeyword || token.kind == .asyncKeyword && kind(ahead: 1) == .forKeyword
  }

  /// A tuple, a generator, or an expression in parentheses.
  mutating func parenthesized() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    if kind(ahead: 1) == .rightParen {
      advance()
      advance()
      return try finish(.tuple, start)
    }
    var kind: PythonNodeKind?
    let first = try bracketed(.rightParen) { (parser) throws(PythonSyntaxError) in
      if parser.token.kind == .yieldKeyword { return try parser.yieldExpression() }
      return try parser.parenthesizedElements(&kind)
    }
    guard let kind else { return first }
    if kind == .tuple { return try finish(.tuple, start) }
    return try reframed(first, start)
  }

  /// What is between parentheses; the elements of a tuple are pushed.
  private mutating func parenthesizedElements(
    _ kind: inout PythonNodeKind?
  ) throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    if token.kind == .doubleStar { throw doubleStarInGroup() }
    let first = try starNamedExpression()
    if startsComprehension {
      kind = .generator
      return try comprehension(.generator, of: first, start)
    }
    if token.kind == .comma {
      kind = .tuple
      push(first)
      try moreElements(until: .rightParen)
    } else if tree[first].kind == .starred, token.kind == .rightParen {
      throw PythonSyntaxError("cannot use starred expression here", at: Int(start.offset))
    }
    return first
  }

  /// The elements behind the first one, which are pushed.
  private mutating func moreElements(
    until closing: PythonToken.Kind
  ) throws(PythonSyntaxError) {
    while accept(.comma), token.kind != closing { push(try starNamedExpression()) }
  }

  /// Lets a node begin and end with the brackets around it.
  private mutating func reframed(
    _ node: PythonNodeID, _ start: Start
  ) throws(PythonSyntaxError) -> PythonNodeID {
    tree.nodes[Int(node.index)].start = base + start.offset
    tree.nodes[Int(node.index)].end = base + lastEnd
    return node
  }

  mutating func listDisplay() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    var generator: PythonNodeID?
    try bracketed(.rightBracket) { (parser) throws(PythonSyntaxError) in
      guard parser.token.kind != .rightBracket else { return }
      generator = try parser.elements(.listComprehension, until: .rightBracket)
    }
    if let generator { return try reframed(generator, start) }
    return try finish(.listDisplay, start)
  }

  /// The elements of a list or set, which are pushed, or else the comprehension.
  mutating func elements(
    _ comprehensionKind: PythonNodeKind, until closing: PythonToken.Kind
  ) throws(PythonSyntaxError) -> PythonNodeID? {
    let start = begin()
    let first = try starNamedExpression()
    if startsComprehension { return try comprehension(comprehensionKind, of: first, start) }
    push(first)
    try moreElements(until: closing)
    if startsComprehension { throw try lacksParentheses(start) }
    return nil
  }

  mutating func braceDisplay() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    var kind = PythonNodeKind.dictionary
    var whole: PythonNodeID?
    try bracketed(.rightBrace) { (parser) throws(PythonSyntaxError) in
      guard parser.token.kind != .rightBrace else { return }
      whole = try parser.braceContents(&kind)
    }
    if let whole { return try reframed(whole, start) }
    return try finish(kind, start)
  }
}
