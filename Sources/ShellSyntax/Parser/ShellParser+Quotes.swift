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
}
