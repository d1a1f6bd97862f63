extension PythonParser {
  mutating func importStatement() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    advance()
    if token.kind == .newline {
      throw failure("Expected one or more names after 'import'")
    }
    repeat { push(try moduleAlias()) } while accept(.comma)
    if token.kind == .fromKeyword {
      throw PythonSyntaxError(
        "Did you mean to use 'from ... import ...' instead?", at: Int(start.offset))
    }
    return try finish(.importStatement, start)
  }

  private mutating func moduleAlias() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    let symbol = try dottedName()
    return try alias(symbol, start)
  }

  /// The end of an alias, whose name was taken.
  private mutating func alias(
    _ symbol: PythonSymbol, _ start: Start
  ) throws(PythonSyntaxError) -> PythonNodeID {
    if accept(.asKeyword) { push(try identifier()) }
    return try finish(.alias, start, symbol: symbol)
  }

  /// A name, or several with dots between, as one.
  private mutating func dottedName() throws(PythonSyntaxError) -> PythonSymbol {
    var symbol = try expectName()
    guard token.kind == .dot else { return symbol }
    var text = tree.symbols.text(of: symbol)
    while accept(.dot) {
      symbol = try expectName()
      text += "." + tree.symbols.text(of: symbol)
    }
    return tree.symbols.intern(text)
  }

  mutating func importFromStatement() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    advance()
    let dots = countDots()
    let module = token.kind == .importKeyword && dots > 0 ? .none : try dottedName()
    try expect(.importKeyword)
    try importedNames()
    let detail = UInt8(min(dots, 255))
    return try finish(.importFromStatement, start, detail: detail, symbol: module)
  }

  private mutating func countDots() -> Int {
    var dots = 0
    while true {
      if accept(.dot) { dots += 1 } else if accept(.ellipsis) { dots += 3 } else { return dots }
    }
  }

  /// Pushes what is imported from a module.
  private mutating func importedNames() throws(PythonSyntaxError) {
    switch token.kind {
    case .star: push(try leaf(.alias, symbol: tree.symbols.intern("*")))
    case .leftParen:
      try bracketed(.rightParen) { (parser) throws(PythonSyntaxError) in
        repeat {
          parser.push(try parser.nameAlias())
        } while parser.accept(.comma)
          && parser.token.kind != .rightParen
      }
    case .newline: throw failure("Expected one or more names after 'import'")
    default: try unparenthesizedNames()
    }
  }

  private mutating func unparenthesizedNames() throws(PythonSyntaxError) {
    push(try nameAlias())
    while accept(.comma) {
      if token.kind == .newline {
        throw failure("trailing comma not allowed without surrounding parentheses")
      }
      push(try nameAlias())
    }
  }

  private mutating func nameAlias() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    let symbol = try expectName()
    return try alias(symbol, start)
  }
}
