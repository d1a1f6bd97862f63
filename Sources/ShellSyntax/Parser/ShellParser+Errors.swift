extension ShellParser {
  /// The error of a token that the grammar has no place for.
  mutating func unexpectedToken() throws(SyntaxFailure) -> SyntaxFailure {
    _ = try peek()
    guard let lexeme = state.lookahead else { return unexpectedEnd() }
    return unexpected(lexeme)
  }

  func unexpected(_ lexeme: Lexeme) -> SyntaxFailure {
    if lexeme.kind == .endOfFile { return unexpectedEnd() }
    return SyntaxFailure(
      offset: lexeme.start,
      message: "syntax error near unexpected token `\(text(of: lexeme))`",
      hint: hint(for: lexeme))
  }

  func text(of lexeme: Lexeme) -> String {
    guard lexeme.kind != .newline else { return "newline" }
    let line = bytes[lexeme.start..<lexeme.end].prefix { $0 != Byte.newline }
    let isCut = line.count < lexeme.end - lexeme.start || line.count > 60
    return String(decoding: line.prefix(60), as: UTF8.self) + (isCut ? "…" : "")
  }

  /// The text ends inside a compound command.
  func unexpectedEnd() -> SyntaxFailure {
    guard let opening = openings.last else {
      return SyntaxFailure(offset: limit, message: "syntax error: unexpected end of file")
    }
    return SyntaxFailure(
      offset: limit,
      message: "syntax error: unexpected end of file from `\(opening.keyword)`",
      hint: "close it with `\(opening.closing)`", opening: opening.start)
  }

  /// The text ends before the character that closes what begins at `opening`.
  func unmatched(_ close: UInt8, from opening: Int) -> SyntaxFailure {
    let text = String(decoding: [close], as: UTF8.self)
    return SyntaxFailure(
      offset: opening,
      message: "unexpected EOF while looking for matching `\(text)`",
      hint: "close it, or escape the character that opens it", opening: opening)
  }

  private func hint(for lexeme: Lexeme) -> String? {
    switch lexeme.kind {
    case .leftParen where isExtendedGlob(before: lexeme.start):
      "quote the parenthesis, or put `shopt -s extglob` on an earlier line"
    case .leftParen, .rightParen: "quote or escape the parenthesis"
    case .thenKeyword, .elseKeyword, .elifKeyword, .fiKeyword, .doKeyword, .doneKeyword,
      .esacKeyword, .rightBrace:
      openings.last.map { "`\($0.keyword)` is still open: it needs a command or `\($0.closing)`" }
        ?? "remove it, or add what it belongs to"
    default: nil
    }
  }

  private func isExtendedGlob(before offset: Int) -> Bool {
    offset > 0 && ShellParser.extendedGlobStarts.contains(bytes[offset - 1])
  }

  /// What begins an extended pattern before its parenthesis.
  ///
  /// Bash manual, "Pattern Matching".
  static let extendedGlobStarts: [UInt8] = [
    Byte.question, Byte.star, Byte.plus, Byte.at, Byte.bang,
  ]

  /// Goes one level deeper, within reason.
  mutating func descend() throws(SyntaxFailure) {
    depth += 1
    guard depth <= ShellParser.maximumDepth else {
      throw SyntaxFailure(
        offset: min(position, limit), message: "commands are nested too deeply",
        hint: "use functions or separate scripts")
    }
  }
}
