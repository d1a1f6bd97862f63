extension PlacedToken {
  /// The tokens with the lines and columns of their ends, found in one pass.
  static func all(
    _ tokens: ContiguousArray<PythonToken>, in source: PythonSource
  ) -> ContiguousArray<PlacedToken> {
    var cursor = ColumnCursor(source)
    var placed = ContiguousArray<PlacedToken>()
    placed.reserveCapacity(tokens.count)
    for token in tokens {
      let column = cursor.column(of: Int(token.start), line: Int(token.line))
      let endLine = Int(token.line) + source.lineBreaks(in: token)
      let endColumn = cursor.column(of: Int(token.end), line: endLine)
      placed.append(
        PlacedToken(
          kind: token.kind, start: Int(token.start), end: Int(token.end), line: Int(token.line),
          column: column, endLine: endLine, endColumn: endColumn))
    }
    return placed
  }
}

extension PythonSource {
  /// How many lines below its first one a token ends.
  fileprivate func lineBreaks(in token: PythonToken) -> Int {
    switch token.kind {
    case .string, .formattedMiddle, .templateMiddle:
      guard Int(token.end) >= start(ofLine: Int(token.line) + 1) else { return 0 }
      return bytes[token.range].count { $0 == Byte.newline }
    default: return 0
    }
  }
}

/// Counts characters from where it counted last, since the offsets it is asked for grow.
private struct ColumnCursor {
  private let source: PythonSource
  private var line = 0
  private var offset = 0
  private var column = 0

  init(_ source: PythonSource) { self.source = source }

  mutating func column(of target: Int, line targetLine: Int) -> Int {
    if source.isASCII { return target - source.start(ofLine: targetLine) }
    if targetLine != line || target < offset {
      line = targetLine
      offset = source.start(ofLine: targetLine)
      column = 0
    }
    column += source.characterCount(offset..<max(offset, target))
    offset = max(offset, target)
    return column
  }
}
