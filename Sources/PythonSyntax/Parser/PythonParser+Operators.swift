extension PythonParser {
  /// How tightly an operator binds; the order is Python's, loosest first.
  enum Precedence: UInt8, Comparable {
    case none, or, and, not, compare, bitOr, bitXor, bitAnd, shift, sum, term, unary, power

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// The precedence of the right operand of an operator that groups from the left.
    var next: Self { Self(rawValue: rawValue + 1) ?? .power }
  }

  /// An expression of operators that bind at least as tightly as `minimum`.
  mutating func operation(_ minimum: Precedence) throws(PythonSyntaxError) -> PythonNodeID {
    try nested { (parser) throws(PythonSyntaxError) in
      let start = parser.begin()
      var left = try parser.operand(minimum)
      while true {
        let (level, op) = parser.infixOperator
        guard level >= minimum, level != .none else {
          // It might have been `not in`.
          if parser.token.kind == .notKeyword { parser.noteNext() }
          return left
        }
        left = try parser.operation(left, level, op, start)
      }
    }
  }

  private mutating func operation(
    _ left: PythonNodeID, _ level: Precedence, _ op: PythonOperator, _ start: Start
  ) throws(PythonSyntaxError) -> PythonNodeID {
    push(left)
    switch level {
    case .compare: return try comparisons(start)
    case .power:
      advance()
      push(try operation(.unary))
      return try finish(.binary, start, detail: op.rawValue)
    default: return try chain(level, op, start)
    }
  }

  /// Operands between equal operators, which become one node however many they are.
  private mutating func chain(
    _ level: Precedence, _ op: PythonOperator, _ start: Start
  ) throws(PythonSyntaxError) -> PythonNodeID {
    let kind = token.kind
    while accept(kind) { push(try operation(level.next)) }
    return try finish(level <= .and ? .boolean : .binary, start, detail: op.rawValue)
  }

  private mutating func comparisons(_ start: Start) throws(PythonSyntaxError) -> PythonNodeID {
    while true {
      let (level, op) = infixOperator
      guard level == .compare else { break }
      let part = begin()
      advance()
      if op == .notIn || op == .isNot { advance() }
      push(try wrap(.comparison, part, try operation(.bitOr), detail: op.rawValue))
    }
    return try finish(.compare, start)
  }

  private mutating func operand(_ minimum: Precedence) throws(PythonSyntaxError) -> PythonNodeID {
    switch token.kind {
    case .notKeyword where minimum <= .not: return try unary(.not, .not)
    case .minus: return try unary(.minus, .unary)
    case .plus: return try unary(.plus, .unary)
    case .tilde: return try unary(.invert, .unary)
    case .awaitKeyword:
      let start = begin()
      advance()
      return try wrap(.awaitExpression, start, try primary())
    default: return try primary()
    }
  }

  private mutating func unary(
    _ op: PythonOperator, _ level: Precedence
  ) throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    advance()
    return try wrap(.unary, start, try operation(level), detail: op.rawValue)
  }
}
