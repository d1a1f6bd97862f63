extension PythonParser {
  /// What was seen of an argument list, of which the order is not free.
  private struct ArgumentState {
    let allowsGenerator: Bool
    var count = 0
    var hasKeyword = false
    var hasUnpackedMapping = false
    /// Whether a plain argument came behind a keyword.
    var isOutOfOrder = false
  }

  /// The arguments of a call or class between parentheses, which are taken; they are pushed.
  mutating func arguments(allowsGenerator: Bool = true) throws(PythonSyntaxError) {
    try bracketed(.rightParen) { (parser) throws(PythonSyntaxError) in
      var state = ArgumentState(allowsGenerator: allowsGenerator)
      while parser.token.kind != .rightParen {
        parser.push(try parser.argument(&state))
        state.count += 1
        guard parser.accept(.comma) else { break }
      }
      if state.isOutOfOrder {
        let kind = state.hasUnpackedMapping ? "keyword argument unpacking" : "keyword argument"
        throw parser.failure("positional argument follows \(kind)")
      }
    }
  }

  private mutating func argument(
    _ state: inout ArgumentState
  ) throws(PythonSyntaxError) -> PythonNodeID {
    switch token.kind {
    case .star:
      if state.hasUnpackedMapping {
        throw PythonSyntaxError(
          "iterable argument unpacking follows keyword argument unpacking", at: Int(lastEnd) - 1)
      }
      return try unpackedArgument(.starred)
    case .doubleStar:
      state.hasUnpackedMapping = true
      return try unpackedArgument(.keywordArgument)
    case .name, .trueKeyword, .falseKeyword, .noneKeyword:
      guard kind(ahead: 1) == .equal else { break }
      state.hasKeyword = true
      return try keywordArgument()
    default: break
    }
    return try plainArgument(&state)
  }

  private mutating func unpackedArgument(
    _ kind: PythonNodeKind
  ) throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    advance()
    let value = try unpackedValue(kind)
    if token.kind == .equal {
      let name = kind == .starred ? "iterable" : "keyword"
      throw PythonSyntaxError(
        "cannot assign to \(name) argument unpacking", at: Int(start.offset))
    }
    return try wrap(kind, start, value)
  }

  private mutating func unpackedValue(
    _ kind: PythonNodeKind
  ) throws(PythonSyntaxError) -> PythonNodeID {
    guard kind == .starred else { return try expression() }
    do throws(PythonSyntaxError) {
      return try expression()
    } catch  where error.message.hasPrefix("invalid syntax") {
      throw failure("Invalid star expression")
    }
  }

  private mutating func keywordArgument() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    guard token.kind == .name else { throw cannotAssignToKeyword() }
    let symbol = try expectName()
    advance()
    if token.kind == .comma || token.kind == .rightParen {
      throw PythonSyntaxError("expected argument value expression", at: Int(start.offset))
    }
    let value = try expression()
    if startsComprehension { throw meantComparison(at: start.offset) }
    if token.kind == .equal { throw containsAssignment(at: start.offset) }
    return try wrap(.keywordArgument, start, value, symbol: symbol)
  }

  private mutating func plainArgument(
    _ state: inout ArgumentState
  ) throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    let value: PythonNodeID
    if token.kind == .name, kind(ahead: 1) == .colonEqual {
      value = try namedExpression()
    } else {
      value = try expression()
      if token.kind == .equal { throw containsAssignment(at: tree[value].start - base) }
      if token.kind == .colonEqual { throw misplacedAssignment(to: value) }
    }
    if state.hasKeyword || state.hasUnpackedMapping { state.isOutOfOrder = true }
    guard startsComprehension else { return value }
    guard state.allowsGenerator else { throw invalidSyntax() }
    let generator = try comprehension(.generator, of: value, start)
    guard state.count == 0, token.kind == .rightParen else {
      guard state.count > 0 || token.kind == .comma else { throw invalidSyntax() }
      throw PythonSyntaxError("Generator expression must be parenthesized", at: Int(start.offset))
    }
    return generator
  }
}
