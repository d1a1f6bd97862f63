/// A word while it is read.
struct WordScan {
  let start: Int
  let partMark: Int
  let expansionMark: Int
  let tokenIndex: Int
  var flags: WordFlags = []
  var sawEquals = false
  var targetLength = 0
}

extension ShellParser {
  /// Reads a word and finds out what it is where it stands.
  mutating func readWord() throws(SyntaxFailure) -> Lexeme {
    var scan = WordScan(
      start: position, partMark: partStack.count, expansionMark: expansionCount,
      tokenIndex: tables.tokens.count)
    tables.tokens.append(ShellToken(kind: .word, start: UInt32(position), end: UInt32(position)))
    while position < limit {
      if wordBreaks.contains(bytes[position]) {
        guard try readSpecialByte(&scan) else { break }
      } else {
        position += 1
      }
    }
    return try finishWord(scan)
  }

  /// Reads a quoted string, an expansion or an ordinary character; false where the word ends.
  private mutating func readSpecialByte(_ scan: inout WordScan) throws(SyntaxFailure) -> Bool {
    switch bytes[position] {
    case Byte.backslash: readEscape(&scan)
    case Byte.singleQuote, Byte.doubleQuote:
      scan.flags.insert(.quoted)
      try readQuoted()
    case Byte.backquote: try readBackquotes(isQuoted: false)
    case Byte.dollar: try readWordDollar(&scan)
    case Byte.less, Byte.greater: return try readProcessSubstitution()
    case Byte.leftParen, Byte.pipe:
      guard state.isRegularExpression else { return false }
      try readRegularExpressionByte()
    case Byte.leftBracket: try readBracket(scan)
    case Byte.equals: try readEquals(&scan)
    case Byte.bang, Byte.star, Byte.plus, Byte.question, Byte.at: try readPatternByte()
    default: return false
    }
    return true
  }

  private mutating func readEscape(_ scan: inout WordScan) {
    let isContinuation = isContinuation(at: position)
    scan.flags.insert(isContinuation ? .continued : .quoted)
    position = min(position + 2, limit)
  }

  private mutating func readWordDollar(_ scan: inout WordScan) throws(SyntaxFailure) {
    let next = byte(behindContinuationsAt: position + 1)
    if next == Byte.singleQuote || next == Byte.doubleQuote { scan.flags.insert(.quoted) }
    try readDollar(acceptsQuotes: true)
  }

  private mutating func readRegularExpressionByte() throws(SyntaxFailure) {
    let start = position
    position += 1
    guard bytes[start] == Byte.leftParen else { return }
    try readGroup(.pattern, from: start)
  }

  /// `?(…)` and its kin, where they are on.
  private mutating func readPatternByte() throws(SyntaxFailure) {
    let start = position
    position += 1
    guard acceptsExtendedGlobs || state.isTestPattern,
      byte(behindContinuationsAt: position) == Byte.leftParen
    else { return }
    position = skippingContinuations(position) + 1
    let mark = partStack.count
    try readGroup(.pattern, from: start)
    addPart(.extendedGlob, from: start, childrenFrom: mark)
    noteExtension(.extendedGlob, start, position)
  }

  private mutating func finishWord(_ scan: WordScan) throws(SyntaxFailure) -> Lexeme {
    guard position > scan.start else {
      position += 1
      throw unexpected(finish(.word, from: scan.start))
    }
    var word = WordRecord(start: UInt32(scan.start), end: UInt32(position), flags: scan.flags)
    word.parts = flushParts(from: scan.partMark)
    word.targetLength = UInt32(scan.targetLength)
    if expansionCount > scan.expansionMark { word.flags.insert(.expanded) }
    if scan.targetLength > 0 { word.flags.insert(.assignment) }
    let kind = kind(of: word)
    tables.tokens[scan.tokenIndex] = ShellToken(kind: kind, start: word.start, end: word.end)
    if !state.lastToken.beginsRedirection { state.isInLeadingRedirections = false }
    remember(kind)
    return Lexeme(kind: kind, start: scan.start, end: position, word: word)
  }

  private mutating func kind(of word: WordRecord) -> ShellToken.Kind {
    let range = Int(word.start)..<Int(word.end)
    if word.flags.contains(.assignment), acceptsAssignment { return .assignment }
    guard word.flags.isEmpty else {
      return word.flags == .continued ? kind(ofContinued: range) : .word
    }
    if let kind = redirectionPrefix(range) { return kind }
    let kind = tokenKind(ofUnquoted: range)
    if kind == .word, acceptsAssignment { noteCommandName(range) }
    return kind
  }

  /// A reserved word stays one when a continuation is in it.
  private mutating func kind(ofContinued range: Range<Int>) -> ShellToken.Kind {
    withJoinedLines(range) { parser, joined in
      joined.isEmpty ? .word : parser.tokenKind(ofUnquoted: joined)
    }
  }

  /// Hands on a copy of a word without its continuations.
  mutating func withJoinedLines<Result>(
    _ range: Range<Int>, _ body: (inout ShellParser, Range<Int>) -> Result
  ) -> Result {
    let start = bytes.count
    var joined = [UInt8]()
    LiteralText(bytes[range], isQuoted: false).append(to: &joined)
    bytes += joined
    defer { bytes.removeSubrange(start...) }
    return body(&self, start..<bytes.count)
  }

  /// Digits or `{name}` right before a redirection operator.
  private func redirectionPrefix(_ range: Range<Int>) -> ShellToken.Kind? {
    let first = bytes[range.lowerBound]
    let isBeforeOperator = byte(at: position) == Byte.less || byte(at: position) == Byte.greater
    if first.isDigit, bytes[range].allSatisfy(\.isDigit), range.count < 10 {
      let isDuplicated = state.lastToken == .lessAnd || state.lastToken == .greaterAnd
      return isBeforeOperator || isDuplicated ? .number : nil
    }
    guard isBeforeOperator, first == Byte.leftBrace, range.count > 2,
      bytes[range.upperBound - 1] == Byte.rightBrace,
      isAssignable(range.dropFirst().dropLast())
    else { return nil }
    return .variableRedirection
  }
}
