extension PythonParser {
  /// A capture, a wildcard, a dotted value or a class.
  mutating func namePattern() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    if kind(ahead: 1) != .dot, kind(ahead: 1) != .leftParen {
      let isWildcard = isName(token, "_")
      let symbol = try expectName()
      return try finish(.capturePattern, start, symbol: isWildcard ? .none : symbol)
    }
    let value = try dottedValue()
    guard token.kind == .leftParen else { return try wrap(.valuePattern, start, value) }
    push(value)
    try bracketed(.rightParen) { (parser) throws(PythonSyntaxError) in
      try parser.classArguments()
    }
    return try finish(.classPattern, start)
  }

  private mutating func dottedValue() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    var value = try name()
    while accept(.dot) {
      let symbol = try expectName()
      value = try wrap(.attribute, start, value, symbol: symbol)
    }
    return value
  }

  private mutating func classArguments() throws(PythonSyntaxError) {
    var hasKeyword = false
    while token.kind != .rightParen {
      let isKeyword = token.kind == .name && kind(ahead: 1) == .equal
      if hasKeyword, !isKeyword {
        throw failure("positional patterns follow keyword patterns")
      }
      hasKeyword = isKeyword
      push(isKeyword ? try keywordPattern() : try pattern())
      guard accept(.comma) else { return }
    }
  }

  private mutating func keywordPattern() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    let symbol = try expectName()
    advance()
    return try wrap(.keywordPattern, start, try pattern(), symbol: symbol)
  }

  /// A pattern in parentheses, or a sequence.
  mutating func groupPattern() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    var only: PythonNodeID?
    try bracketed(.rightParen) { (parser) throws(PythonSyntaxError) in
      guard parser.token.kind != .rightParen else { return }
      let first = try parser.starOrPattern()
      let isStarred = parser.tree[first].kind == .starPattern
      if parser.token.kind != .comma, !isStarred { return only = first }
      guard parser.token.kind == .comma else { throw parser.invalidSyntax() }
      parser.push(first)
      try parser.morePatterns(until: .rightParen)
    }
    if let only { return only }
    return try finish(.sequencePattern, start)
  }

  mutating func listPattern() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    try bracketed(.rightBracket) { (parser) throws(PythonSyntaxError) in
      guard parser.token.kind != .rightBracket else { return }
      parser.push(try parser.starOrPattern())
      try parser.morePatterns(until: .rightBracket)
    }
    return try finish(.sequencePattern, start)
  }

  private mutating func morePatterns(
    until closing: PythonToken.Kind
  ) throws(PythonSyntaxError) {
    while accept(.comma), token.kind != closing { push(try starOrPattern()) }
  }

  mutating func mappingPattern() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    var rest = PythonSymbol.none
    try bracketed(.rightBrace) { (parser) throws(PythonSyntaxError) in
      while parser.token.kind != .rightBrace {
        if parser.accept(.doubleStar) {
          if parser.isName(parser.token, "_") { throw parser.invalidSyntax() }
          rest = try parser.expectName()
          _ = parser.accept(.comma)
          return
        }
        try parser.mappingEntry()
        guard parser.accept(.comma) else { return }
      }
    }
    return try finish(.mappingPattern, start, symbol: rest)
  }

  private mutating func mappingEntry() throws(PythonSyntaxError) {
    switch token.kind {
    case .number, .minus: push(try signedNumber())
    case .string, .formattedStart, .templateStart: push(try strings())
    case .trueKeyword: push(try leaf(.trueLiteral))
    case .falseKeyword: push(try leaf(.falseLiteral))
    case .noneKeyword: push(try leaf(.noneLiteral))
    default:
      guard kind(ahead: 1) == .dot else { throw invalidSyntax() }
      push(try dottedValue())
    }
    try expect(.colon)
    push(try pattern())
  }
}
