extension PythonParser {
  /// One parameter: its name, annotation and default.
  mutating func parameter(
    _ form: ParameterForm, isLambda: Bool
  ) throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    let symbol = try expectName()
    push(isLambda ? .absent : try annotation(form))
    push(try defaultValue(form))
    return try finish(.parameter, start, detail: form.rawValue, symbol: symbol)
  }

  private mutating func annotation(
    _ form: ParameterForm
  ) throws(PythonSyntaxError) -> PythonNodeID {
    guard accept(.colon) else { return .absent }
    return form == .variadic && token.kind == .star ? try starred() : try expression()
  }

  private mutating func defaultValue(
    _ form: ParameterForm
  ) throws(PythonSyntaxError) -> PythonNodeID {
    let equal = token
    guard accept(.equal) else { return .absent }
    if form == .variadic || form == .keywords {
      let kind = form == .variadic ? "var-positional" : "var-keyword"
      throw PythonSyntaxError("\(kind) argument cannot have default value", at: Int(equal.start))
    }
    if token.kind == .rightParen || token.kind == .comma {
      throw PythonSyntaxError("expected default value expression", at: Int(equal.start))
    }
    return try expression()
  }

  /// The type parameters in brackets, if there are any.
  mutating func typeParameters() throws(PythonSyntaxError) -> PythonNodeID {
    guard token.kind == .leftBracket else { return .absent }
    let start = begin()
    if kind(ahead: 1) == .rightBracket {
      advance()
      throw failure("Type parameter list cannot be empty")
    }
    try bracketed(.rightBracket) { (parser) throws(PythonSyntaxError) in
      repeat {
        parser.push(try parser.typeParameter())
      } while parser.accept(.comma)
        && parser.token.kind != .rightBracket
    }
    return try finish(.list, start)
  }

  private mutating func typeParameter() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    var form = TypeParameterForm.type
    if accept(.star) { form = .tuple } else if accept(.doubleStar) { form = .specification }
    let symbol = try expectName()
    push(try bound(form, start))
    let hasDefault = accept(.equal)
    push(
      !hasDefault
        ? .absent : token.kind == .star && form == .tuple ? try starred() : try expression())
    return try finish(.typeParameter, start, detail: form.rawValue, symbol: symbol)
  }

  private mutating func bound(
    _ form: TypeParameterForm, _ start: Start
  ) throws(PythonSyntaxError) -> PythonNodeID {
    guard token.kind == .colon else { return .absent }
    let colon = token.start
    advance()
    let bound = try expression()
    guard form != .type else { return bound }
    let isTuple = tree[bound].kind == .tuple
    let name = form == .tuple ? "TypeVarTuple" : "ParamSpec"
    throw PythonSyntaxError(
      "cannot use \(isTuple ? "constraints" : "bound") with \(name)", at: Int(colon))
  }
}
