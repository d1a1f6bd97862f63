extension PythonParser {
  /// Alternatives and the name that what they match gets.
  mutating func pattern() throws(PythonSyntaxError) -> PythonNodeID {
    try nested { (parser) throws(PythonSyntaxError) in
      let start = parser.begin()
      let matched = try parser.alternatives(start)
      guard parser.accept(.asKeyword) else { return matched }
      guard parser.token.kind == .name else { throw parser.failure("invalid pattern target") }
      if parser.isName(parser.token, "_") {
        throw parser.failure("cannot use '_' as a target")
      }
      let symbol = try parser.expectName()
      return try parser.wrap(.capturePattern, start, matched, symbol: symbol)
    }
  }

  private mutating func alternatives(_ start: Start) throws(PythonSyntaxError) -> PythonNodeID {
    let first = try closedPattern()
    guard token.kind == .pipe else { return first }
    push(first)
    while accept(.pipe) { push(try closedPattern()) }
    return try finish(.alternatives, start)
  }

  private mutating func closedPattern() throws(PythonSyntaxError) -> PythonNodeID {
    switch token.kind {
    case .number, .minus: try valuePattern { (p) throws(PythonSyntaxError) in try p.signedNumber() }
    case .string, .formattedStart, .templateStart:
      try valuePattern { (p) throws(PythonSyntaxError) in try p.strings() }
    case .trueKeyword:
      try valuePattern { (p) throws(PythonSyntaxError) in try p.leaf(.trueLiteral) }
    case .falseKeyword:
      try valuePattern { (p) throws(PythonSyntaxError) in try p.leaf(.falseLiteral) }
    case .noneKeyword:
      try valuePattern { (p) throws(PythonSyntaxError) in try p.leaf(.noneLiteral) }
    case .name: try namePattern()
    case .leftParen: try groupPattern()
    case .leftBracket: try listPattern()
    case .leftBrace: try mappingPattern()
    default: throw invalidSyntax()
    }
  }

  private mutating func valuePattern(
    _ value: (inout Self) throws(PythonSyntaxError) -> PythonNodeID
  ) throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    return try wrap(.valuePattern, start, try value(&self))
  }

  /// A number, perhaps negative, perhaps with an imaginary part.
  mutating func signedNumber() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    let real = try realNumber()
    guard token.kind == .plus || token.kind == .minus else { return real }
    let op = token.kind == .plus ? PythonOperator.add : .subtract
    if isImaginary(real) { throw failure("real number required in complex literal") }
    advance()
    guard token.kind == .number else { throw invalidSyntax() }
    let imaginary = try number()
    guard isImaginary(imaginary) else {
      throw PythonSyntaxError(
        "imaginary number required in complex literal", at: Int(tree[imaginary].start - base))
    }
    push(real)
    push(imaginary)
    return try finish(.binary, start, detail: op.rawValue)
  }

  private mutating func realNumber() throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    let isNegative = accept(.minus)
    guard token.kind == .number else { throw invalidSyntax() }
    let number = try number()
    guard isNegative else { return number }
    return try wrap(.unary, start, number, detail: PythonOperator.minus.rawValue)
  }

  private func isImaginary(_ node: PythonNodeID) -> Bool {
    let end = tree.range(of: node).upperBound
    return end > 0 && tree.bytes[end - 1] | 0x20 == UInt8(ascii: "j")
  }
}
