/// Joins tokens to logical lines.
struct LogicalLineBuilder {
  private let source: PythonSource
  private let tokens: ContiguousArray<PlacedToken>
  private(set) var text = [UInt8]()
  private(set) var lines = ContiguousArray<LogicalLine>()
  private(set) var map = ContiguousArray<MappedOffset>()
  private var state = LogicalLineState()

  init(_ source: PythonSource, _ tokens: ContiguousArray<PlacedToken>) {
    self.source = source
    self.tokens = tokens
    text.reserveCapacity(source.bytes.count)
    map.reserveCapacity(tokens.count)
    lines.reserveCapacity(source.lineCount)
  }

  /// Ends a line at each line end outside of brackets.
  mutating func build() {
    var first = 0
    var depth = 0
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .leftParen, .leftBracket, .leftBrace: depth += 1
      case .rightParen, .rightBracket, .rightBrace: depth -= 1
      case .newline where depth == 0:
        endLine(first..<index + 1)
        state.blankLinesBefore = 0
        first = index + 1
      case .blankNewline where depth == 0:
        if index == first { state.blankLines += 1 } else { endLine(first..<index + 1) }
        first = index + 1
      default: break
      }
    }
  }

  private mutating func endLine(_ range: Range<Int>) {
    let textStart = text.count
    let mapStart = map.count
    append(range, from: textStart)
    guard let first = range.first(where: { !tokens[$0].kind.isLayout }) else { return }
    let indent = source.indentWidth(before: tokens[first])
    state.blankLinesBefore = max(state.blankLinesBefore, state.blankLines)
    let line = LogicalLine(
      tokens: range, text: textStart..<text.count, map: mapStart..<map.count,
      lastLine: tokens[range.upperBound - 1].line, indentLevel: indent,
      blankLines: state.blankLines, blankLinesBefore: state.blankLinesBefore,
      previous: state.previous, previousUnindented: state.previousUnindented)
    if !line.isComment {
      state.previous = lines.count
      if indent == 0 { state.previousUnindented = lines.count }
    }
    lines.append(line)
    state.blankLines = 0
  }

  /// Appends the text of the tokens, and maps it.
  private mutating func append(_ range: Range<Int>, from textStart: Int) {
    var previous: TokenEnd?
    var isFirst = true
    for token in tokens[range] where !token.kind.isLayout {
      if isFirst { remember(0, token.line, token.column) }
      isFirst = false
      if token.kind == .comment { continue }
      let end = TokenEnd(token, in: source)
      if let previous { appendGap(from: previous, to: token) }
      appendText(of: token, extra: end.extraWidth)
      remember(text.count - textStart, token.endLine, end.column)
      previous = end
    }
  }

  private mutating func remember(_ offset: Int, _ line: Int, _ column: Int) {
    map.append(
      MappedOffset(
        offset: UInt32(truncatingIfNeeded: offset), line: UInt32(truncatingIfNeeded: line),
        column: UInt32(truncatingIfNeeded: column)))
  }

  /// Blanks between tokens are kept; a line break becomes a blank unless it is next to a bracket.
  private mutating func appendGap(from previous: TokenEnd, to token: PlacedToken) {
    if previous.line == token.line {
      guard previous.column < token.column, previous.offset < token.start else { return }
      text.append(contentsOf: source.bytes[previous.offset..<token.start])
    } else if previous.lastByte == UInt8(ascii: ",")
      || !previous.endsWithOpening && !token.kind.isClosing && token.end > token.start
    {
      text.append(Byte.space)
    }
  }

  private mutating func appendText(of token: PlacedToken, extra: Int) {
    switch token.kind {
    case .string: appendString(token)
    case .formattedMiddle, .templateMiddle:
      appendMask(source.characterCount(token.range) + extra)
    case .name where !source.isASCII:
      for byte in source.bytes[token.range] where byte & 0xC0 != 0x80 {
        text.append(min(byte, LogicalLines.otherCharacter))
      }
    default: text.append(contentsOf: source.bytes[token.range])
    }
  }

  private mutating func appendString(_ token: PlacedToken) {
    let quotes = source.quotes(of: token)
    text.append(contentsOf: source.bytes[token.start..<quotes.lowerBound])
    appendMask(source.characterCount(quotes))
    text.append(contentsOf: source.bytes[quotes.upperBound..<token.end])
  }

  private mutating func appendMask(_ count: Int) {
    text.append(contentsOf: repeatElement(UInt8(ascii: "x"), count: count))
  }
}
