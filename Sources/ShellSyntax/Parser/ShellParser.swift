/// A recursive-descent parser for bash's grammar over the bytes of a script.
///
/// What the lexer does depends on what the parser has seen, and substitutions inside a word are parsed
/// while the word is read, so both are one type. Follows bash 5.2, also where it goes beyond its
/// manual; extensions hold one part of the grammar each.
struct ShellParser {
  /// The script, followed by what nested backquotes unescape to.
  var bytes: [UInt8]
  var unescaped = [UnescapedText]()
  var position = 0
  /// The end of the text being parsed: of the script, or of backquoted text.
  var limit: Int
  var tables = ShellTables()
  var state = LexerState()
  /// The node that new nodes and substitutions belong to, and as what.
  var frame = Frame(node: NodeRecord.none, role: .statement)
  /// Constructs that wait for their end, for hints.
  var openings = [Opening]()
  var depth = 0
  /// `shopt -s extglob` stood on an earlier line.
  var acceptsExtendedGlobs = false
  /// Grows with every expansion; tells whether a word has any.
  var expansionCount = 0
  /// Where `((` is no arithmetic, so that it is tried once only.
  var nestedSubshells = Set<Int>()
  /// The ends of what begins with `$((` and is no arithmetic.
  var substitutionEnds = [Int: Int]()
  /// How many more bytes may be parsed in text that is scanned first and parsed then.
  var tolerance: Int
  var wordStack = [WordRecord]()
  var partStack = [PartRecord]()
  var redirectionStack = [RedirectionRecord]()
  /// What ends or complicates a run of ordinary characters in a word.
  let wordBreaks = ByteSet("\t\n !\"$&'()*+;<=>?@[\\`|")

  let keywords = KeywordTable()
  let shoptHash = nameHash(of: "shopt".utf8)
  /// Bash manual, "Bash Conditional Expressions".
  let unaryOperators = ByteSet("abcdefghknoprstuvwxzGLNORS")
  let declaringBuiltins: [StaticString] = [
    "alias", "declare", "eval", "export", "let", "local", "readonly", "typeset",
  ]

  init(_ text: [UInt8]) {
    bytes = text
    limit = text.count
    tolerance = 16 * text.count + 4096
  }

  /// A tree node under construction and the role of what is found in it.
  struct Frame {
    var node: UInt32
    var role: NodeRole
  }

  /// A construct that is not closed yet.
  struct Opening {
    var start: Int
    var keyword: String
    var closing: String
  }
}

extension ShellParser {
  /// More than any script needs, and less than the stack of a thread allows.
  static let maximumDepth = 200
  /// Offsets are kept in 32 bits.
  static let maximumSize = 256 << 20

  /// Parses everything and returns the error that ended it, if any.
  mutating func parseScript() -> SyntaxFailure? {
    guard bytes.count <= ShellParser.maximumSize else {
      bytes = []
      return SyntaxFailure(offset: 0, message: "script is larger than 256 MiB")
    }
    reserveTables()
    var complete = mark()
    do throws(SyntaxFailure) {
      while try peek() != .endOfFile {
        try parseLine()
        complete = mark()
      }
      return nil
    } catch {
      rewindTree(to: complete)
      return error
    }
  }

  private mutating func reserveTables() {
    tables.tokens.reserveCapacity(bytes.count / 6)
    tables.words.reserveCapacity(bytes.count / 12)
    tables.nodes.reserveCapacity(bytes.count / 32)
  }

  /// One complete command with the line end behind it.
  private mutating func parseLine() throws(SyntaxFailure) {
    if try peek() == .newline { return _ = try advance() }
    try parseList(.statement, crossesLines: false)
    guard try [.newline, .endOfFile].contains(peek()) else { throw try unexpectedToken() }
    if try peek() == .newline { try advance() }
  }
}
