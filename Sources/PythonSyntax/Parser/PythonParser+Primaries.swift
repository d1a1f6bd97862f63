extension PythonParser {
  /// An atom and the attributes, calls and subscripts behind it.
  mutating func primary() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    var value = try atom()
    while true {
      switch token.kind {
      case .dot: value = try attribute(of: value, start)
      case .leftParen: value = try call(value, start)
      case .leftBracket:
        guard kind(ahead: 1) != .rightBracket else {
          noteNext()
          return value
        }
        value = try subscripted(value, start)
      default: return value
      }
    }
  }

  private mutating func attribute(
    of value: PythonNodeID, _ start: Start
  ) throws(PythonSyntaxError) -> PythonNodeID {
    advance()
    let symbol = try expectName()
    return try wrap(.attribute, start, value, symbol: symbol)
  }

  private mutating func call(
    _ function: PythonNodeID, _ start: Start
  ) throws(PythonSyntaxError) -> PythonNodeID {
    push(function)
    try arguments()
    return try finish(.call, start)
  }

  private mutating func subscripted(
    _ value: PythonNodeID, _ start: Start
  ) throws(PythonSyntaxError) -> PythonNodeID {
    push(value)
    let index = try bracketed(.rightBracket) { (parser) throws(PythonSyntaxError) in
      try parser.slices()
    }
    push(index)
    return try finish(.subscripted, start)
  }

  private mutating func slices() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    let first = try sliceOrStarred()
    let isUnpacked = tree[first].kind == .starred
    guard token.kind == .comma || isUnpacked else { return first }
    push(first)
    while accept(.comma), token.kind != .rightBracket { push(try sliceOrStarred()) }
    return try finish(.tuple, start)
  }

  private mutating func sliceOrStarred() throws(PythonSyntaxError) -> PythonNodeID {
    if token.kind == .star { return try starred() }
    let start = begin()
    var lower = PythonNodeID.absent
    if token.kind != .colon {
      let isNamed = kind(ahead: 1) == .colonEqual
      lower = try namedExpression()
      if token.kind != .colon { return lower }
      if isNamed { throw invalidSyntax() }
    }
    push(lower)
    advance()
    push(try sliceBound())
    push(accept(.colon) ? try sliceBound() : .absent)
    return try finish(.slice, start)
  }

  private mutating func sliceBound() throws(PythonSyntaxError) -> PythonNodeID {
    startsExpression ? try expression() : .absent
  }

  private mutating func atom() throws(PythonSyntaxError) -> PythonNodeID {
    switch token.kind {
    case .name: try leaf(.name, symbol: symbol(of: token))
    case .number: try number()
    case .string, .formattedStart, .templateStart: try strings()
    case .trueKeyword: try leaf(.trueLiteral)
    case .falseKeyword: try leaf(.falseLiteral)
    case .noneKeyword: try leaf(.noneLiteral)
    case .ellipsis: try leaf(.ellipsis)
    case .leftParen: try parenthesized()
    case .leftBracket: try listDisplay()
    case .leftBrace: try braceDisplay()
    default: throw invalidSyntax()
    }
  }
}
