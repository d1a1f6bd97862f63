import PythonSyntax

extension PythonToken.Kind {
  /// Whether the operator has blanks on both sides wherever it is.
  var needsBlanks: Bool {
    switch self {
    case .doubleStarEqual, .starEqual, .slashEqual, .doubleSlashEqual, .plusEqual, .minusEqual,
      .notEqual, .less, .greater, .percentEqual, .caretEqual, .ampersandEqual, .pipeEqual,
      .equalEqual, .lessEqual, .greaterEqual, .leftShiftEqual, .rightShiftEqual, .equal,
      .andKeyword, .inKeyword, .isKeyword, .orKeyword, .arrow, .colonEqual:
      true
    default: false
    }
  }

  /// Whether the operator can have one operand or two.
  var isUnary: Bool {
    switch self {
    case .rightShift, .doubleStar, .star, .plus, .minus: true
    default: false
    }
  }

  /// Whether blanks around the operator are a matter of taste.
  var mayHaveBlanks: Bool {
    switch self {
    case .slash, .doubleSlash, .at, .caret, .ampersand, .pipe, .leftShift, .percent: true
    default: isUnary
    }
  }

  /// Whether it can follow the `/` behind positional parameters, or the list that this ends.
  func endsParameters(behind previous: PythonToken.Kind) -> Bool {
    switch previous {
    case .slash: self == .comma || self == .rightParen || self == .colon
    case .rightParen: self == .colon
    default: false
    }
  }

  /// Whether it is `False`, `None` or `True`.
  var isSingleton: Bool {
    self == .falseKeyword || self == .noneKeyword || self == .trueKeyword
  }
}

extension PythonSource {
  /// Whether what ends with the token can be the left operand of an operator.
  func isOperand(_ token: PlacedToken) -> Bool {
    if token.kind.isOperator { return token.kind.isClosing }
    if token.kind.isKeyword { return token.kind.isSingleton }
    return !isSoftKeyword(token) && !isPrint(token)
  }

  /// Whether the token is a word that is reserved in places.
  ///
  /// Python Language Reference, "Soft Keywords".
  func isSoftKeyword(_ token: PlacedToken) -> Bool {
    guard token.kind == .name else { return false }
    let words: [StaticString] = ["_", "case", "match", "type"]
    return words.contains { isWord($0, token) }
  }

  /// Whether the token is `print`, which was reserved once, and is to pycodestyle.
  func isPrint(_ token: PlacedToken) -> Bool { token.kind == .name && isWord("print", token) }

  /// Whether the token is the word.
  func isWord(_ word: StaticString, _ token: PlacedToken) -> Bool {
    token.end - token.start == word.utf8CodeUnitCount && bytes.span.has(word, at: token.start)
  }

  /// Whether there is a no-break space, which pycodestyle takes for a blank.
  func hasNoBreakSpace(at offset: Int) -> Bool {
    offset + 1 < bytes.count && bytes[offset] == 0xC2 && bytes[offset + 1] == 0xA0
  }
}
