extension PythonParser {
  /// What was seen of a parameter list, of which the order is not free.
  private struct ParameterState {
    var form = ParameterForm.ordinary
    var hasDefault = false
    var hasSlash = false
    var hasStar = false
    /// Where a bare `*` stands that still wants a parameter behind it.
    var bareStar: UInt32?
  }

  /// The parameters up to `closing`, which is not taken.
  mutating func parameters(
    until closing: PythonToken.Kind, isLambda: Bool
  ) throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    var state = ParameterState()
    while token.kind != closing {
      try parameter(&state, start, isLambda: isLambda)
      guard accept(.comma) else { break }
    }
    if let star = state.bareStar { throw lacksNames(behind: star, isLambda: isLambda) }
    return try finish(.parameters, start)
  }

  private mutating func parameter(
    _ state: inout ParameterState, _ start: Start, isLambda: Bool
  ) throws(PythonSyntaxError) {
    if state.form == .keywords {
      throw failure("arguments cannot follow var-keyword argument")
    }
    switch token.kind {
    case .slash: try slash(&state, start)
    case .star: try star(&state, isLambda: isLambda)
    case .doubleStar:
      if let star = state.bareStar { throw lacksNames(behind: star, isLambda: isLambda) }
      advance()
      state.form = .keywords
      push(try parameter(.keywords, isLambda: isLambda))
    case .leftParen:
      guard holdsOnlyNames else { throw invalidSyntax() }
      let kind = isLambda ? "Lambda expression" : "Function"
      throw failure("\(kind) parameters cannot be parenthesized")
    default: try named(&state, isLambda: isLambda)
    }
  }

  private mutating func named(
    _ state: inout ParameterState, isLambda: Bool
  ) throws(PythonSyntaxError) {
    let node = try parameter(state.form, isLambda: isLambda)
    let hasDefault = tree.child(1, of: node).isPresent
    let isComplete = token.kind == .comma || token.kind == .rightParen || token.kind == .colon
    if state.form == .ordinary, state.hasDefault, !hasDefault, isComplete {
      throw PythonSyntaxError(
        "parameter without a default follows parameter with a default",
        at: Int(tree[node].start - base))
    }
    state.hasDefault = state.hasDefault || hasDefault
    state.bareStar = nil
    push(node)
  }

  /// `/`: what stands before it is taken by position only.
  private mutating func slash(
    _ state: inout ParameterState, _ start: Start
  ) throws(PythonSyntaxError) {
    if state.hasStar { throw failure("/ must be ahead of *") }
    if state.hasSlash { throw failure("/ may appear only once") }
    if pending.count == start.pending {
      guard kind(ahead: 1) == .comma else { throw invalidSyntax() }
      throw failure("at least one argument must precede /")
    }
    advance()
    if token.kind == .star { throw failure("expected comma between / and *") }
    state.hasSlash = true
    for index in start.pending..<pending.count {
      tree.nodes[Int(pending[index].index)].detail = ParameterForm.positionalOnly.rawValue
    }
  }

  private mutating func star(
    _ state: inout ParameterState, isLambda: Bool
  ) throws(PythonSyntaxError) {
    if state.hasStar { throw failure("* argument may appear only once") }
    state.hasStar = true
    state.form = .keywordOnly
    let start = token.start
    advance()
    if token.kind == .comma {
      state.bareStar = start
    } else if token.kind == .name {
      push(try parameter(.variadic, isLambda: isLambda))
    } else {
      guard token.kind == .rightParen || token.kind == .colon else { throw invalidSyntax() }
      throw lacksNames(behind: start, isLambda: isLambda)
    }
  }

  /// The error of a bare `*` behind which no name comes. In a lambda CPython points behind it.
  private func lacksNames(behind star: UInt32, isLambda: Bool) -> PythonSyntaxError {
    PythonSyntaxError(
      "named arguments must follow bare *", at: Int(isLambda ? token.start : star))
  }

  /// Whether names between commas, and nothing else, are in the parentheses that are looked at.
  private var holdsOnlyNames: Bool {
    var index = position + 1
    while index < tokens.count, tokens[index].kind == .name || tokens[index].kind == .comma {
      index += 1
    }
    return index > position + 1 && index < tokens.count && tokens[index].kind == .rightParen
  }
}
