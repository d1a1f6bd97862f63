extension PythonParser {
  /// Where a node starts, and how many nodes waited for parents before its children came.
  struct Start {
    var offset: UInt32
    var pending: Int
  }

  /// The start of a node that begins with the token that is looked at.
  @inline(__always)
  func begin() -> Start { Start(offset: token.start, pending: pending.count) }

  @inline(__always)
  mutating func push(_ node: PythonNodeID) { pending.append(node) }

  /// Adds the node that ends with the token taken last, over all that was pushed since its start.
  @inline(__always)
  mutating func finish(
    _ kind: PythonNodeKind, _ start: Start, detail: UInt8 = 0, symbol: PythonSymbol = .none
  ) throws(PythonSyntaxError) -> PythonNodeID {
    var node = PythonNode(kind: kind, start: base + start.offset, end: base + lastEnd)
    node.detail = detail
    node.symbol = symbol
    guard let id = tree.add(node, over: &pending, from: start.pending) else {
      throw tooDeep(at: start.offset)
    }
    return id
  }

  /// A node over one child.
  mutating func wrap(
    _ kind: PythonNodeKind, _ start: Start, _ child: PythonNodeID, detail: UInt8 = 0,
    symbol: PythonSymbol = .none
  ) throws(PythonSyntaxError) -> PythonNodeID {
    push(child)
    return try finish(kind, start, detail: detail, symbol: symbol)
  }

  /// A node of the token that is looked at, which is taken.
  mutating func leaf(
    _ kind: PythonNodeKind, symbol: PythonSymbol = .none
  ) throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    advance()
    return try finish(kind, start, symbol: symbol)
  }

  /// The name that is looked at, as an expression.
  mutating func name() throws(PythonSyntaxError) -> PythonNodeID {
    guard token.kind == .name else { throw invalidSyntax() }
    return try leaf(.name, symbol: symbol(of: token))
  }

  /// The name that is looked at, where it is no expression.
  mutating func identifier() throws(PythonSyntaxError) -> PythonNodeID {
    guard token.kind == .name else { throw invalidSyntax() }
    return try leaf(.identifier, symbol: symbol(of: token))
  }

  /// Notes that the token behind the one that is looked at was seen, and did not fit.
  mutating func noteNext() { furthest = max(furthest, min(position + 1, tokens.count - 1)) }

  /// Runs `body` one level deeper.
  @inline(__always)
  mutating func nested<Result>(
    _ body: (inout Self) throws(PythonSyntaxError) -> Result
  ) throws(PythonSyntaxError) -> Result {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw tooDeep(at: token.start) }
    return try body(&self)
  }

  /// Runs `body` between brackets, of which the opening one is looked at.
  @inline(__always)
  mutating func bracketed<Result>(
    _ closing: PythonToken.Kind, _ body: (inout Self) throws(PythonSyntaxError) -> Result
  ) throws(PythonSyntaxError) -> Result {
    advance()
    brackets += 1
    let result = try body(&self)
    brackets -= 1
    try expect(closing)
    return result
  }
}
