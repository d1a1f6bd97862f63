extension ShellParser {
  /// `'…'` or `"…"`.
  ///
  /// Bash manual, "Single Quotes" and "Double Quotes".
  mutating func readQuoted() throws(SyntaxFailure) {
    if bytes[position] == Byte.singleQuote {
      try readSingleQuoted(.singleQuoted, from: position)
    } else {
      try readDoubleQuoted(.doubleQuoted, from: position)
    }
  }

  /// From the quote at the current position; the part begins at `start`.
  private mutating func readSingleQuoted(
    _ kind: PartKind, from start: Int
  ) throws(SyntaxFailure) {
    let quote = position
    position += 1
    while position < limit {
      let byte = bytes[position]
      position += 1
      if byte == Byte.singleQuote {
        return addPart(kind, from: start, childrenFrom: partStack.count)
      }
      if byte == Byte.backslash, kind == .ansiQuoted { position = min(position + 1, limit) }
    }
    throw unmatched(Byte.singleQuote, from: quote)
  }

  private mutating func readDoubleQuoted(
    _ kind: PartKind, from start: Int
  ) throws(SyntaxFailure) {
    let quote = position
    let mark = partStack.count
    position += 1
    while position < limit {
      switch bytes[position] {
      case Byte.doubleQuote:
        position += 1
        return addPart(kind, from: start, childrenFrom: mark)
      case Byte.backslash: position = min(position + 2, limit)
      case Byte.dollar: try readDollar(acceptsQuotes: false)
      case Byte.backquote: try readBackquotes(isQuoted: true)
      default: position += 1
      }
    }
    throw unmatched(Byte.doubleQuote, from: quote)
  }

  /// `$'…'` or `$"…"`, with the quote at `quote`.
  ///
  /// Bash manual, "ANSI-C Quoting" and "Locale-Specific Translation".
  mutating func readDollarQuoted(_ quote: Int) throws(SyntaxFailure) {
    let start = position
    position = quote
    if bytes[quote] == Byte.singleQuote {
      try readSingleQuoted(.ansiQuoted, from: start)
      noteExtension(.ansiQuoting, start, position)
    } else {
      try readDoubleQuoted(.translated, from: start)
      noteExtension(.translation, start, position)
    }
  }

  /// Reads up to the character that closes a group; the one that opens it is behind.
  ///
  /// Quotes and expansions in it hide their content, as in bash's own scan of such text.
  mutating func readGroup(
    from opening: Int, open: UInt8, close: UInt8, nests: Bool = true
  ) throws(SyntaxFailure) {
    try descend()
    var count = 1
    while position < limit {
      let byte = bytes[position]
      switch byte {
      case close:
        position += 1
        count -= 1
        if count == 0 {
          depth -= 1
          return
        }
      case open where nests:
        position += 1
        count += 1
      case Byte.backslash: position = min(position + 2, limit)
      case Byte.singleQuote, Byte.doubleQuote: try readQuoted()
      case Byte.backquote: try readBackquotes(isQuoted: false)
      case Byte.dollar: try readDollar(acceptsQuotes: true)
      default: position += 1
      }
    }
    throw unmatched(close, from: opening)
  }
}
