extension ShellParser {
  /// The token that an unquoted word is in its place.
  ///
  /// Bash manual, "Reserved Words"; POSIX.1-2017, "Shell Grammar Rules".
  mutating func tokenKind(ofUnquoted range: Range<Int>) -> ShellToken.Kind {
    guard let keyword = keywords.kind(of: bytes, at: range) else { return .word }
    if let kind = contextualKind(of: keyword) { return kind }
    guard admitsReservedWord, !state.isInTest, !state.isInArray else { return .word }
    return isReserved(keyword) ? reserve(keyword) : .word
  }

  /// Words that are reserved although no command begins there.
  private mutating func contextualKind(of keyword: ShellToken.Kind) -> ShellToken.Kind? {
    let (last, before) = (state.lastToken, state.tokenBeforeLast)
    switch keyword {
    case .inKeyword:
      guard let expected = state.expectedIns.last, last == .word || last == .newline else {
        return nil
      }
      state.expectedIns.removeLast()
      if expected == .caseKeyword { state.isCasePattern = true }
      return .inKeyword
    case .doKeyword where last == .arithmeticFor: return .doKeyword
    case .doKeyword where last == .word && (before == .forKeyword || before == .selectKeyword):
      state.expectedIns.removeLast()
      return .doKeyword
    case .leftBrace where last == .arithmeticFor: return .leftBrace
    case .leftBrace where last == .word && before == .functionKeyword: return .leftBrace
    case .esacKeyword where last == .inKeyword:
      state.isCasePattern = false
      return .esacKeyword
    case .rightTest where state.isInTest: return .rightTest
    case .timeOption: return last == .timeKeyword ? .timeOption : .word
    case .timeEndOfOptions:
      return last == .timeKeyword || last == .timeOption ? .timeEndOfOptions : .word
    default: return nil
    }
  }

  private var admitsReservedWord: Bool {
    if state.lastToken.admitsReservedWord { return true }
    let before = state.tokenBeforeLast
    return state.lastToken == .word && (before == .coprocKeyword || before == .functionKeyword)
  }

  private func isReserved(_ keyword: ShellToken.Kind) -> Bool {
    if state.isCasePattern {
      let isAlternative = state.lastToken == .pipe || state.lastToken == .leftParen
      return keyword == .esacKeyword && !isAlternative
    }
    return keyword == .timeKeyword ? acceptsTime : true
  }

  private mutating func reserve(_ keyword: ShellToken.Kind) -> ShellToken.Kind {
    switch keyword {
    case .caseKeyword, .forKeyword, .selectKeyword: state.expectedIns.append(keyword)
    case .esacKeyword: state.isCasePattern = false
    case .doKeyword where !state.expectedIns.isEmpty: state.expectedIns.removeLast()
    default: break
    }
    return keyword
  }

  /// `time` is reserved at the start of a pipeline only.
  private var acceptsTime: Bool {
    switch state.lastToken {
    case .newline, .semicolon: state.tokenBeforeLast != .pipe
    case .andAnd, .orOr, .ampersand, .whileKeyword, .doKeyword, .untilKeyword, .ifKeyword,
      .thenKeyword, .elifKeyword, .elseKeyword, .leftBrace, .leftParen, .rightParen, .bang,
      .timeKeyword, .timeOption, .timeEndOfOptions:
      true
    default: false
    }
  }
}
