extension ShellParser {
  /// Whether an assignment may stand here: before a command's name.
  ///
  /// Bash manual, "Simple Command Expansion".
  var acceptsAssignment: Bool {
    if state.isInArray { return false }
    guard !state.isCasePattern else { return false }
    return state.lastToken == .assignment || state.isInLeadingRedirections
      || state.lastToken.admitsReservedWord
  }

  /// A `=`: an assignment when a name stands before it, an array when `(` stands behind it.
  mutating func readEquals(_ scan: inout WordScan) throws(SyntaxFailure) {
    let equals = position
    position += 1
    guard !scan.sawEquals else { return }
    scan.sawEquals = true
    guard !scan.flags.contains(.quoted), isTarget(scan.start..<equals) else { return }
    scan.targetLength = equals - scan.start
    if bytes[equals - 1] == Byte.plus { noteExtension(.appendingAssignment, scan.start, position) }
    guard acceptsAssignment || state.acceptsArrays,
      byte(behindContinuationsAt: position) == Byte.leftParen
    else { return }
    position = skippingContinuations(position)
    try readArray()
    noteExtension(.array, scan.start, position)
  }

  /// A `[` that begins the index of an assignment's target may hold blanks.
  mutating func readBracket(_ scan: WordScan) throws(SyntaxFailure) {
    let start = position
    position += 1
    let isIndex =
      start == scan.start
      ? state.isInArray : acceptsAssignment && isName(scan.start..<start)
    guard isIndex else { return }
    try readGroup(from: start, open: Byte.leftBracket, close: Byte.rightBracket)
  }

  /// `(…)` behind `name=`.
  ///
  /// Bash manual, "Arrays".
  private mutating func readArray() throws(SyntaxFailure) {
    let start = position
    position += 1
    try descend()
    let outer = state
    let mark = wordStack.count
    let partMark = partStack.count
    expansionCount += 1
    state.isInArray = true
    state.isInTest = false
    state.isCasePattern = false
    state.remember(.word)
    try readElements(from: start)
    let rows = flushWords(from: mark)
    state.restore(outer)
    depth -= 1
    addPart(.array, from: start, childrenFrom: partMark, payload: rows)
  }

  private mutating func readElements(from start: Int) throws(SyntaxFailure) {
    while true {
      let lexeme = try readToken()
      switch lexeme.kind {
      case .word, .assignment: wordStack.append(lexeme.word)
      case .newline: break
      case .rightParen: return
      case .endOfFile: throw unmatched(Byte.rightParen, from: start)
      default: throw unexpected(lexeme)
      }
      state.remember(.word)
    }
  }

  /// The builtins behind whose name arrays may be assigned.
  ///
  /// Bash manual, "Bash Builtin Commands".
  mutating func noteCommandName(_ range: Range<Int>) {
    guard (3...8).contains(range.count) else { return }
    if declaringBuiltins.contains(where: { isText($0, at: range) }) {
      state.acceptsArrays = true
    }
  }

  private func isText(_ text: StaticString, at range: Range<Int>) -> Bool {
    text.withUTF8Buffer { bytes[range].elementsEqual($0) }
  }

  /// `name`, `name[…]`, either with a `+` behind it.
  private func isTarget(_ range: Range<Int>) -> Bool {
    guard let last = range.last else { return false }
    return isAssignable(bytes[last] == Byte.plus ? range.dropLast() : range)
  }

  /// `name` or `name[…]`; in an array also `[…]` alone.
  func isAssignable(_ range: Range<Int>) -> Bool {
    guard let last = range.last else { return false }
    guard bytes[last] == Byte.rightBracket else { return isName(range) }
    guard let bracket = bytes[range].firstIndex(of: Byte.leftBracket) else { return false }
    return isName(range.lowerBound..<bracket) || state.isInArray && bracket == range.lowerBound
  }

  func isName(_ range: Range<Int>) -> Bool {
    guard let first = range.first, bytes[first].startsName else { return false }
    return bytes[range].allSatisfy(\.continuesName)
  }
}

extension LexerState {
  mutating func remember(_ kind: ShellToken.Kind) {
    tokenBeforeLast = lastToken
    lastToken = kind
  }

  /// The state before an array, but for what was found in it.
  mutating func restore(_ outer: LexerState) {
    let (orphans, documents) = (orphans, pendingHereDocuments)
    self = outer
    self.orphans = orphans
    pendingHereDocuments = documents
  }
}
