extension ShellParser {
  /// Whether an assignment may stand here: before a command's name.
  ///
  /// Bash manual, "Simple Command Expansion".
  var acceptsAssignment: Bool {
    guard !state.isInArray, !state.isInTest, !state.isCasePattern else { return false }
    return state.lastToken == .assignment || admitsCommand
      || state.isInLeadingRedirections && !state.lastToken.beginsRedirection
  }

  /// A `=`: an assignment when a name stands before it, an array when `(` stands behind it.
  mutating func readEquals(_ scan: inout WordScan) throws(SyntaxFailure) {
    let equals = position
    position += 1
    guard !scan.sawEquals else { return }
    scan.sawEquals = true
    guard !scan.flags.contains(.quoted) else { return }
    let target = scan.start..<equals
    guard scan.flags.contains(.continued) ? isContinuedTarget(target) : isTarget(target) else {
      return
    }
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
    guard start == scan.start ? state.isInArray : acceptsAssignment else { return }
    let name = scan.start..<start
    guard name.isEmpty || (scan.flags.contains(.continued) ? isContinuedTarget(name) : isName(name))
    else { return }
    try readGroup(.index, from: start)
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
    state.acceptsArrays = false
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

  /// The same for a name with a continued line in it.
  private mutating func isContinuedTarget(_ range: Range<Int>) -> Bool {
    withJoinedLines(range) { parser, joined in parser.isTarget(joined) }
  }

  /// `name` or `name[…]`; in an array also `[…]` alone.
  func isAssignable(_ range: Range<Int>) -> Bool {
    guard let last = range.last else { return false }
    guard bytes[last] == Byte.rightBracket else { return isName(range) }
    guard let bracket = bytes[range].firstIndex(of: Byte.leftBracket) else { return false }
    let isNamed = isName(range.lowerBound..<bracket)
    guard isNamed || state.isInArray && bracket == range.lowerBound else { return false }
    return endOfIndex(bracket..<range.upperBound) == range.upperBound
  }

  /// The end of the brackets that begin the range.
  private func endOfIndex(_ range: Range<Int>) -> Int? {
    var count = 0
    for index in range {
      if bytes[index] == Byte.leftBracket { count += 1 }
      if bytes[index] == Byte.rightBracket { count -= 1 }
      if count == 0 { return index + 1 }
    }
    return nil
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
