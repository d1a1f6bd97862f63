/// Cuts the text of a Python file into tokens.
///
/// Gives what CPython's `tokenize` gives, and refuses what its parser's tokenizer refuses, which
/// also tells brackets that do not match. Python Language Reference, "Lexical analysis".
struct PythonLexer {
  let source: PythonSource
  let bytes: [UInt8]
  let version: PythonVersion
  let keywords = KeywordTable.words
  var tokens = ContiguousArray<PythonToken>()
  var position = 0
  var line = 1
  /// Whether the indent of the line is still to be read.
  var isAtLineStart = true
  /// Whether the line holds only blanks and a comment so far.
  var isBlankLine = true
  /// The indents of the blocks around, innermost last.
  var indents = [Indent()]
  /// The brackets that are not closed yet, innermost last.
  var brackets = [OpenBracket]()
  /// The f-strings that are not ended yet, innermost last.
  var strings = [FormattedString]()

  init(_ source: PythonSource, version: PythonVersion) {
    self.source = source
    self.version = version
    bytes = source.bytes
    tokens.reserveCapacity(bytes.count / 4 + 8)
  }

  /// A bracket that is not closed yet.
  struct OpenBracket {
    let kind: PythonToken.Kind
    let start: Int
    let line: Int
  }
}

extension PythonLexer {
  /// CPython's limits, and one of our own, since offsets are kept in 32 bits.
  static let maximumBrackets = 200
  static let maximumIndents = 100
  static let maximumStrings = 150
  static let maximumSize = 256 << 20

  mutating func readAll() throws(PythonSyntaxError) {
    try refuseUnreadable()
    while position < bytes.count {
      if isAtLineStart { try readIndent() }
      if readsFormattedText {
        try readFormattedText()
      } else {
        try readToken()
      }
    }
    try finish()
  }

  private func refuseUnreadable() throws(PythonSyntaxError) {
    if bytes.count > Self.maximumSize {
      throw PythonSyntaxError("file is larger than 256 MiB", at: 0)
    }
    if let offset = source.firstNull {
      throw PythonSyntaxError("source code string cannot contain null bytes", at: offset)
    }
  }

  private mutating func readToken() throws(PythonSyntaxError) {
    while peek().isBlank { position += 1 }
    guard position < bytes.count else { return }
    let byte = peek()
    switch byte {
    case Byte.newline: endLine()
    case Byte.hash: readComment()
    case Byte.backslash: try joinLines()
    case Byte.singleQuote, Byte.doubleQuote: try readString(from: position)
    case Byte.dot where peek(1).isDigit: try readNumber()
    case _ where byte.startsName: try readWord()
    case _ where byte.isDigit: try readNumber()
    default: try readOperator()
    }
  }

  /// What is left to say at the end of the text.
  private mutating func finish() throws(PythonSyntaxError) {
    if let bracket = brackets.last {
      let text = source.text(bracket.start..<bracket.start + 1)
      throw PythonSyntaxError("'\(text)' was never closed", at: bracket.start)
    }
    if let string = strings.last { throw unterminated(string) }
    try closeBlocks(downTo: Indent())
    add(.endMarker, from: position)
  }

  /// The byte at some distance from the next one; 0 behind the end.
  @inline(__always)
  func peek(_ distance: Int = 0) -> UInt8 {
    let index = position + distance
    return index < bytes.count ? bytes[index] : 0
  }

  /// Adds the token that ends before the next byte.
  @inline(__always)
  mutating func add(_ kind: PythonToken.Kind, from start: Int, line: Int? = nil) {
    tokens.append(
      PythonToken(
        kind: kind, line: UInt32(truncatingIfNeeded: line ?? self.line),
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: position)))
  }
}
