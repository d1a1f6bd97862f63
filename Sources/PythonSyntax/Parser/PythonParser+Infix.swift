extension PythonParser {
  /// The operator between two operands that is looked at, and how tightly it binds.
  var infixOperator: (Precedence, PythonOperator) {
    switch token.kind {
    case .orKeyword: (.or, .or)
    case .andKeyword: (.and, .and)
    case .notKeyword: kind(ahead: 1) == .inKeyword ? (.compare, .notIn) : (.none, .not)
    case .isKeyword: (.compare, kind(ahead: 1) == .notKeyword ? .isNot : .is)
    case .pipe: (.bitOr, .bitOr)
    case .caret: (.bitXor, .bitXor)
    case .ampersand: (.bitAnd, .bitAnd)
    case .leftShift: (.shift, .leftShift)
    case .rightShift: (.shift, .rightShift)
    case .plus: (.sum, .add)
    case .minus: (.sum, .subtract)
    case .doubleStar: (.power, .power)
    default: tightOrComparingOperator
    }
  }

  private var tightOrComparingOperator: (Precedence, PythonOperator) {
    switch token.kind {
    case .star: (.term, .multiply)
    case .slash: (.term, .divide)
    case .doubleSlash: (.term, .floorDivide)
    case .percent: (.term, .modulo)
    case .at: (.term, .matrixMultiply)
    case .equalEqual: (.compare, .equal)
    case .notEqual: (.compare, .notEqual)
    case .less: (.compare, .less)
    case .lessEqual: (.compare, .lessOrEqual)
    case .greater: (.compare, .greater)
    case .greaterEqual: (.compare, .greaterOrEqual)
    case .inKeyword: (.compare, .in)
    default: (.none, .not)
    }
  }

  /// The operator of an augmented assignment that is looked at.
  var augmentedOperator: PythonOperator? {
    switch token.kind {
    case .plusEqual: .add
    case .minusEqual: .subtract
    case .starEqual: .multiply
    case .slashEqual: .divide
    case .percentEqual: .modulo
    case .atEqual: .matrixMultiply
    case .pipeEqual: .bitOr
    case .ampersandEqual: .bitAnd
    case .caretEqual: .bitXor
    case .doubleStarEqual: .power
    case .doubleSlashEqual: .floorDivide
    case .leftShiftEqual: .leftShift
    case .rightShiftEqual: .rightShift
    default: nil
    }
  }

  /// Whether an expression can begin with the token that is looked at.
  var startsExpression: Bool {
    switch token.kind {
    case .name, .number, .string, .formattedStart, .templateStart, .trueKeyword, .falseKeyword,
      .noneKeyword, .ellipsis, .leftParen, .leftBracket, .leftBrace, .minus, .plus, .tilde,
      .notKeyword, .lambdaKeyword, .awaitKeyword:
      true
    default: false
    }
  }
}
