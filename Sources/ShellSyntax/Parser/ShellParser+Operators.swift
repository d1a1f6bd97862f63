extension ShellParser {
  /// Reads a control or redirection operator.
  ///
  /// Bash manual, "Definitions".
  mutating func readOperator() throws(SyntaxFailure) -> Lexeme {
    let start = position
    let first = bytes[start]
    position += 1
    switch first {
    case Byte.leftParen: return try readLeftParen(start)
    case Byte.rightParen:
      state.isCasePattern = false
      return finishOperator(.rightParen, start)
    case Byte.semicolon: return finishOperator(readSemicolon(), start)
    case Byte.ampersand:
      let kind = readAmpersand()
      return kind.beginsRedirection
        ? finishRedirection(kind, start) : finishOperator(kind, start)
    case Byte.pipe:
      let kind: ShellToken.Kind =
        take(Byte.pipe) ? .orOr : take(Byte.ampersand) ? .pipeAmpersand : .pipe
      return finishOperator(kind, start)
    default:
      return finishRedirection(first == Byte.less ? readLess() : readGreater(), start)
    }
  }

  private mutating func finishRedirection(_ kind: ShellToken.Kind, _ start: Int) -> Lexeme {
    let isPrefixed = state.lastToken == .number || state.lastToken == .variableRedirection
    let before = isPrefixed ? state.tokenBeforeLast : state.lastToken
    if before.admitsReservedWord { state.isInLeadingRedirections = true }
    state.acceptsArrays = false
    return finish(kind, from: start)
  }

  private mutating func finishOperator(_ kind: ShellToken.Kind, _ start: Int) -> Lexeme {
    state.acceptsArrays = false
    state.isInLeadingRedirections = false
    return finish(kind, from: start)
  }

  private mutating func readLeftParen(_ start: Int) throws(SyntaxFailure) -> Lexeme {
    if byte(behindContinuationsAt: position) == Byte.leftParen {
      if let lexeme = try readArithmeticCommand(start) { return lexeme }
    }
    return finishOperator(.leftParen, start)
  }

  private mutating func readSemicolon() -> ShellToken.Kind {
    if take(Byte.ampersand) {
      state.isCasePattern = true
      return .semiAnd
    }
    guard take(Byte.semicolon) else { return .semicolon }
    state.isCasePattern = true
    return take(Byte.ampersand) ? .semiSemiAnd : .semiSemi
  }

  private mutating func readAmpersand() -> ShellToken.Kind {
    if take(Byte.ampersand) { return .andAnd }
    guard take(Byte.greater) else { return .ampersand }
    return take(Byte.greater) ? .andGreaterGreater : .andGreater
  }

  private mutating func readLess() -> ShellToken.Kind {
    if take(Byte.less) {
      return take(Byte.dash) ? .lessLessDash : take(Byte.less) ? .lessLessLess : .lessLess
    }
    return take(Byte.ampersand) ? .lessAnd : take(Byte.greater) ? .lessGreater : .less
  }

  private mutating func readGreater() -> ShellToken.Kind {
    if take(Byte.greater) { return .greaterGreater }
    return take(Byte.ampersand) ? .greaterAnd : take(Byte.pipe) ? .greaterPipe : .greater
  }

  /// Takes a byte if it is the next one.
  mutating func take(_ expected: UInt8) -> Bool {
    let offset = skippingContinuations(position)
    guard byte(at: offset) == expected else { return false }
    position = offset + 1
    return true
  }
}

extension ShellToken.Kind {
  /// Whether the token begins a redirection, with or without a number before it.
  var beginsRedirection: Bool {
    switch self {
    case .number, .variableRedirection, .less, .greater, .lessLess, .lessLessDash, .lessLessLess,
      .greaterGreater, .lessAnd, .greaterAnd, .lessGreater, .greaterPipe, .andGreater,
      .andGreaterGreater:
      true
    default: false
    }
  }

  /// Whether a reserved word may follow: a command begins there.
  ///
  /// Bash manual, "Reserved Words".
  var admitsReservedWord: Bool {
    switch self {
    case .newline, .semicolon, .leftParen, .rightParen, .pipe, .pipeAmpersand, .ampersand,
      .leftBrace, .rightBrace, .andAnd, .orOr, .bang, .doKeyword, .doneKeyword, .elifKeyword,
      .elseKeyword, .esacKeyword, .fiKeyword, .ifKeyword, .thenKeyword, .semiSemi, .semiAnd,
      .semiSemiAnd, .timeKeyword, .timeOption, .timeEndOfOptions, .coprocKeyword, .untilKeyword,
      .whileKeyword, .arithmeticCommand, .rightTest, .dollarParen:
      true
    default: false
    }
  }
}
