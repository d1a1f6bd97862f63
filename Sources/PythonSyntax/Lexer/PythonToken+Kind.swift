extension PythonToken {
  /// What a token is; operators and reserved words are told apart, soft keywords are names.
  ///
  /// Python Language Reference, "Lexical analysis".
  package enum Kind: UInt8, Sendable, BitwiseCopyable {
    case endMarker, newline, indent, dedent
    /// A line end that ends no statement.
    case blankNewline
    case comment
    case number, string
    case formattedStart, formattedMiddle, formattedEnd
    case templateStart, templateMiddle, templateEnd
    case name

    // Reserved words.
    case falseKeyword, noneKeyword, trueKeyword, andKeyword, asKeyword, assertKeyword
    case asyncKeyword, awaitKeyword, breakKeyword, classKeyword, continueKeyword, defKeyword
    case delKeyword, elifKeyword, elseKeyword, exceptKeyword, finallyKeyword, forKeyword
    case fromKeyword, globalKeyword, ifKeyword, importKeyword, inKeyword, isKeyword
    case lambdaKeyword, nonlocalKeyword, notKeyword, orKeyword, passKeyword, raiseKeyword
    case returnKeyword, tryKeyword, whileKeyword, withKeyword, yieldKeyword

    // Operators and delimiters.
    case leftParen, rightParen, leftBracket, rightBracket, leftBrace, rightBrace
    case colon, comma, semicolon, dot, ellipsis, exclamation, at, arrow
    case plus, minus, star, slash, percent, pipe, ampersand, caret, tilde
    case less, greater, equal
    case equalEqual, notEqual, lessGreater, lessEqual, greaterEqual, colonEqual
    case doubleStar, doubleSlash, leftShift, rightShift
    case plusEqual, minusEqual, starEqual, slashEqual, percentEqual, atEqual
    case pipeEqual, ampersandEqual, caretEqual
    case doubleStarEqual, doubleSlashEqual, leftShiftEqual, rightShiftEqual
    /// A character that no rule of the grammar takes: `$`, `?` or a backquote.
    case stray
  }
}

extension PythonToken.Kind {
  /// Whether it is a reserved word.
  @inlinable package var isKeyword: Bool {
    rawValue >= Self.falseKeyword.rawValue && rawValue <= Self.yieldKeyword.rawValue
  }

  /// Whether it is a name or a reserved word, which are written alike.
  @inlinable package var isWord: Bool {
    rawValue >= Self.name.rawValue && rawValue <= Self.yieldKeyword.rawValue
  }

  /// Whether it is an operator or a delimiter.
  @inlinable package var isOperator: Bool { rawValue >= Self.leftParen.rawValue }

  /// Whether it is `(`, `[` or `{`.
  @inlinable package var isOpening: Bool {
    switch self {
    case .leftParen, .leftBracket, .leftBrace: true
    default: false
    }
  }

  /// Whether it is `)`, `]` or `}`.
  @inlinable package var isClosing: Bool {
    switch self {
    case .rightParen, .rightBracket, .rightBrace: true
    default: false
    }
  }

  /// Whether it is one of `newline`, `blankNewline`, `indent` and `dedent`.
  @inlinable package var isLayout: Bool {
    switch self {
    case .newline, .blankNewline, .indent, .dedent: true
    default: false
    }
  }

  /// Whether both are the same; written out, so that other modules can inline it.
  @inlinable package static func == (left: Self, right: Self) -> Bool {
    left.rawValue == right.rawValue
  }
}
