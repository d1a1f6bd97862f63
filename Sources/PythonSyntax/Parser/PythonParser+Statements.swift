extension PythonParser {
  /// The whole file.
  mutating func module() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    while token.kind != .endMarker { try statement() }
    return try finish(.module, start)
  }

  /// A string annotation: one expression, in parentheses for all that concerns line ends.
  mutating func annotationModule() throws(PythonSyntaxError) -> PythonNodeID {
    let value = try starExpressions()
    while token.kind == .newline { advance() }
    guard token.kind == .endMarker else { throw invalidSyntax() }
    return value
  }

  /// Pushes the statement that is looked at, or the simple statements of the line.
  mutating func statement() throws(PythonSyntaxError) {
    try nested { (parser) throws(PythonSyntaxError) in
      if let compound = try parser.compoundStatement() {
        parser.push(compound)
      } else {
        try parser.simpleStatements()
      }
    }
  }

  private mutating func compoundStatement() throws(PythonSyntaxError) -> PythonNodeID? {
    switch token.kind {
    case .ifKeyword: try ifStatement()
    case .forKeyword: try forStatement(begin(), isAsync: false)
    case .whileKeyword: try whileStatement()
    case .tryKeyword: try tryStatement()
    case .withKeyword: try withStatement(begin(), isAsync: false)
    case .defKeyword: try functionDefinition(begin(), decorators: .absent, isAsync: false)
    case .classKeyword: try classDefinition(decorators: .absent)
    case .at: try decorated()
    case .asyncKeyword: try asyncStatement()
    case .name where isName(token, "match") && startsMatch: try matchStatement()
    default: nil
    }
  }

  private mutating func asyncStatement() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    advance()
    switch token.kind {
    case .defKeyword: return try functionDefinition(start, decorators: .absent, isAsync: true)
    case .forKeyword: return try forStatement(start, isAsync: true)
    case .withKeyword: return try withStatement(start, isAsync: true)
    default: throw invalidSyntax()
    }
  }

  /// Statements between semicolons, up to the end of the line.
  mutating func simpleStatements() throws(PythonSyntaxError) {
    repeat { push(try simpleStatement()) } while accept(.semicolon) && token.kind != .newline
    try expect(.newline)
  }

  private mutating func simpleStatement() throws(PythonSyntaxError) -> PythonNodeID {
    switch token.kind {
    case .passKeyword: try leaf(.passStatement)
    case .breakKeyword: try leaf(.breakStatement)
    case .continueKeyword: try leaf(.continueStatement)
    case .returnKeyword: try returnStatement()
    case .raiseKeyword: try raiseStatement()
    case .assertKeyword: try assertStatement()
    case .delKeyword: try deleteStatement()
    case .globalKeyword: try nameList(.globalStatement)
    case .nonlocalKeyword: try nameList(.nonlocalStatement)
    case .importKeyword: try importStatement()
    case .fromKeyword: try importFromStatement()
    case .name where isName(token, "type") && kind(ahead: 1) == .name: try typeAlias()
    default: try expressionStatement()
    }
  }

  /// Whether the line is the header of a `match`: it ends with a colon, and no expression does.
  private var startsMatch: Bool {
    var index = position + 1
    while index < tokens.count, tokens[index].kind != .newline { index += 1 }
    switch kind(ahead: 1) {
    case .dot, .equal, .comma, .colon, .newline: return false
    default: return index - 1 > position && tokens[index - 1].kind == .colon
    }
  }
}
