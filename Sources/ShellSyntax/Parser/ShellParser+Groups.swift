/// Text between two brackets of a kind, and what bash looks for in it to find its end.
enum GroupStyle {
  /// `${…}`, which the first closing brace ends.
  case braces
  /// The index of an assignment's target.
  case index
  /// `((…))` and `$((…))`.
  case arithmetic
  /// `$[…]`.
  case oldArithmetic
  /// The parentheses of an extended pattern or a regular expression.
  case pattern

  var open: UInt8 {
    switch self {
    case .braces: Byte.leftBrace
    case .index, .oldArithmetic: Byte.leftBracket
    case .arithmetic, .pattern: Byte.leftParen
    }
  }

  var close: UInt8 {
    switch self {
    case .braces: Byte.rightBrace
    case .index, .oldArithmetic: Byte.rightBracket
    case .arithmetic, .pattern: Byte.rightParen
    }
  }
}

extension ShellParser {
  /// Reads up to the character that closes a group; the one that opens it is behind.
  ///
  /// Quotes hide their content everywhere, expansions and substitutions only in some groups.
  mutating func readGroup(_ style: GroupStyle, from opening: Int) throws(SyntaxFailure) {
    try descend()
    var count = 1
    while position < limit {
      switch bytes[position] {
      case style.close:
        position += 1
        count -= 1
        if count == 0 {
          depth -= 1
          return
        }
      case style.open where style != .braces:
        position += 1
        count += 1
      case Byte.backslash: position = min(position + 2, limit)
      case Byte.singleQuote, Byte.doubleQuote: try readQuoted()
      case Byte.backquote: try readBackquotes(isQuoted: false)
      case Byte.dollar: try readGroupedDollar(style)
      case Byte.less, Byte.greater: try readGroupedComparison(style)
      default: position += 1
      }
    }
    throw unmatched(style.close, from: opening)
  }

  /// `<` or `>`, which begin a process substitution in braces and indices only.
  private mutating func readGroupedComparison(_ style: GroupStyle) throws(SyntaxFailure) {
    if style == .braces || style == .index, try readProcessSubstitution() { return }
    position += 1
  }

  private mutating func readGroupedDollar(_ style: GroupStyle) throws(SyntaxFailure) {
    let next = byte(behindContinuationsAt: position + 1)
    let hidesContent =
      switch next {
      case Byte.leftParen: style != .pattern
      case Byte.leftBrace, Byte.leftBracket: style == .braces || style == .index
      default: true
      }
    if hidesContent { return try readDollar(acceptsQuotes: true) }
    if !readHarmlessExpansion(style) { position += 1 }
  }

  /// An expansion in a group whose end bash looks for without regard to it.
  ///
  /// It is taken for one only if it makes no difference to where the group ends.
  private mutating func readHarmlessExpansion(_ style: GroupStyle) -> Bool {
    guard tolerance > 0 else { return false }
    let before = mark()
    let outer = (state: state, frame: frame, position: position, depth: depth)
    do throws(SyntaxFailure) {
      try readDollar(acceptsQuotes: false)
      if isBalanced(outer.position..<position, style) { return true }
    } catch {
      tolerance -= max(error.offset, limit) - outer.position
    }
    (state, frame, position, depth) = outer
    rewind(to: before)
    return false
  }

  private func isBalanced(_ range: Range<Int>, _ style: GroupStyle) -> Bool {
    var count = 0
    for index in range {
      if bytes[index] == style.open { count += 1 }
      if bytes[index] == style.close { count -= 1 }
      if count < 0 { return false }
    }
    return count == 0
  }
}
