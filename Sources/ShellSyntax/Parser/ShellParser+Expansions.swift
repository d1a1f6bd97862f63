extension ShellParser {
  /// A `$` and the expansion that it begins, if any.
  ///
  /// Bash manual, "Shell Expansions".
  mutating func readDollar(acceptsQuotes: Bool) throws(SyntaxFailure) {
    let start = position
    let next = skippingContinuations(start + 1)
    guard let byte = byte(at: next) else {
      position = start + 1
      return
    }
    switch byte {
    case Byte.leftParen: try readDollarParen(next)
    case Byte.leftBrace: try readBracedParameter(next)
    case Byte.leftBracket: try readOldArithmetic(next)
    case Byte.singleQuote, Byte.doubleQuote:
      guard acceptsQuotes else { return position = start + 1 }
      try readDollarQuoted(next)
    default: readParameter(next)
    }
  }

  private mutating func readDollarParen(_ paren: Int) throws(SyntaxFailure) {
    let start = position
    if byte(behindContinuationsAt: paren + 1) == Byte.leftParen {
      try readArithmetic(skippingContinuations(paren + 1))
    } else {
      position = paren + 1
      try readCommandSubstitution(.commandSubstitution, from: start)
    }
  }

  /// `$name`, `$1` or `$?`; else the dollar sign stands for itself.
  private mutating func readParameter(_ next: Int) {
    let start = position
    let first = bytes[next]
    guard first.continuesName || first.isSpecialParameter else { return position = start + 1 }
    position = next + 1
    if first.startsName {
      while position < limit, bytes[position].continuesName { position += 1 }
    }
    expansionCount += 1
    addPart(.parameter, from: start, childrenFrom: partStack.count)
  }

  private mutating func readBracedParameter(_ brace: Int) throws(SyntaxFailure) {
    let start = position
    let mark = partStack.count
    position = brace + 1
    try readGroup(.braces, from: start)
    expansionCount += 1
    addPart(.parameter, from: start, childrenFrom: mark)
  }

  /// `$[…]`, which bash keeps for old scripts.
  private mutating func readOldArithmetic(_ bracket: Int) throws(SyntaxFailure) {
    let start = position
    let mark = partStack.count
    position = bracket + 1
    try readGroup(.oldArithmetic, from: start)
    expansionCount += 1
    addPart(.oldArithmetic, from: start, childrenFrom: mark)
    noteExtension(.oldArithmetic, start, position)
  }

  /// `$((…))`, unless the parentheses turn out to be those of a substitution and a subshell.
  ///
  /// The shell does not look into either before it runs it.
  private mutating func readArithmetic(_ secondParen: Int) throws(SyntaxFailure) {
    let start = position
    let mark = partStack.count
    let before = self.mark()
    if substitutionEnds[start] == nil {
      position = secondParen + 1
      try readGroup(.arithmetic, from: start)
      expansionCount += 1
      if take(Byte.rightParen) { return addPart(.arithmetic, from: start, childrenFrom: mark) }
      rewind(to: before)
    }
    try readUncheckedSubstitution(.commandSubstitution, from: start, content: secondParen)
  }

  /// A substitution that begins with two parentheses, into which the shell does not look either.
  mutating func readUncheckedSubstitution(
    _ kind: NodeKind, from start: Int, content: Int
  ) throws(SyntaxFailure) {
    if let end = substitutionEnds[start] {
      position = end
    } else {
      let before = mark()
      position = content
      try readGroup(.arithmetic, from: start)
      rewind(to: before)
      substitutionEnds[start] = position
    }
    addTolerantSubstitution(kind, from: start, content: content..<position - 1)
  }

  /// A substitution that ends at the current position and whose commands the shell checks later.
  mutating func addTolerantSubstitution(_ kind: NodeKind, from start: Int, content: Range<Int>) {
    tables.nodes.append(
      NodeRecord(kind: kind, role: .substitution, start: UInt32(start), parent: NodeRecord.none))
    let node = tables.nodes.count - 1
    tables.nodes[node].end = UInt32(position)
    if mayParse(content) {
      parseTolerantly(content, below: node) { parser throws(SyntaxFailure) in
        try parser.parseToEnd()
      }
    }
    state.orphans.append(node)
    expansionCount += 1
    addPart(
      kind.part, from: start, childrenFrom: partStack.count,
      payload: Rows(start: UInt32(node), count: 1))
  }

  /// Keeps the time linear that goes into text parsed more than once.
  private mutating func mayParse(_ range: Range<Int>) -> Bool {
    tolerance -= range.count
    return tolerance >= 0
  }
}
