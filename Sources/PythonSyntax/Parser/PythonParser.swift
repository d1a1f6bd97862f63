/// Makes the syntax tree of a token list by recursive descent.
///
/// Python Language Reference, "Full Grammar specification". Messages are those of CPython.
struct PythonParser {
  var tree: PythonTree
  let tokens: ContiguousArray<PythonToken>
  let version: PythonVersion
  /// What is added to the tokens' offsets, when they were cut from a later part of the tree's bytes.
  let base: UInt32
  /// Whether every character is one byte, so that every name is spelt in one way.
  let isASCII: Bool
  /// The token that is looked at, and its place.
  var token: PythonToken
  var position = 0
  /// The place of the last token that was looked at in vain; CPython points at it.
  var furthest = 0
  /// The place of the last token that was looked at while guessing what was meant.
  var guessed = 0
  /// Behind the token that was taken last.
  var lastEnd: UInt32 = 0
  /// Nodes that wait for their parents.
  var pending = ContiguousArray<PythonNodeID>()
  /// How deep statements and expressions are nested.
  var depth = 0
  /// How many brackets are open.
  var brackets = 0

  /// How deep anything may be nested.
  static let maximumDepth = 400

  init(
    _ tree: PythonTree, _ tokens: some Sequence<PythonToken>, base: Int, isASCII: Bool,
    version: PythonVersion
  ) {
    self.tree = tree
    self.isASCII = isASCII
    self.version = version
    self.base = UInt32(truncatingIfNeeded: base)
    var kept = ContiguousArray(
      tokens.lazy.filter { $0.kind != .comment && $0.kind != .blankNewline })
    if kept.last?.kind != .endMarker { kept.append(Self.endMarker(behind: kept.last)) }
    self.tokens = kept
    token = kept[0]
  }

  /// Whether no token is left, because the text ends or because the rest could not be cut.
  var isAtEnd: Bool { max(position, furthest, guessed) + 1 == tokens.count }

  private static func endMarker(behind last: PythonToken?) -> PythonToken {
    let end = last?.end ?? 0
    return PythonToken(kind: .endMarker, line: last?.line ?? 1, start: end, end: end)
  }
}

extension PythonParser {
  /// Goes on to the next token; the last one stays.
  @inline(__always)
  mutating func advance() {
    lastEnd = token.end
    guard position + 1 < tokens.count else { return }
    position += 1
    token = tokens[position]
  }

  /// The kind of the token at a distance.
  @inline(__always)
  func kind(ahead distance: Int) -> PythonToken.Kind {
    let index = position + distance
    return index < tokens.count ? tokens[index].kind : .endMarker
  }

  /// Takes the token if it is of the given kind.
  @inline(__always)
  mutating func accept(_ kind: PythonToken.Kind) -> Bool {
    guard token.kind == kind else { return false }
    advance()
    return true
  }

  /// Takes a token of the given kind, which must be there.
  @inline(__always)
  mutating func expect(_ kind: PythonToken.Kind) throws(PythonSyntaxError) {
    guard accept(kind) else { throw invalidSyntax() }
  }

  /// Takes a name, and gives its symbol.
  mutating func expectName() throws(PythonSyntaxError) -> PythonSymbol {
    guard token.kind == .name else { throw invalidSyntax() }
    let symbol = symbol(of: token)
    advance()
    return symbol
  }

  mutating func symbol(of token: PythonToken) -> PythonSymbol {
    let start = Int(base + token.start)
    let range = start..<start + token.count
    if !isASCII, let spelling = IdentifierSpelling.normalized(tree.bytes[range]) {
      return tree.symbols.intern(spelling, 0..<spelling.count)
    }
    return tree.symbols.intern(tree.bytes, range)
  }

  /// Whether a token is a name with the given spelling: a soft keyword, most often.
  func isName(_ token: PythonToken, _ word: String) -> Bool {
    guard token.kind == .name, token.count == word.utf8.count else { return false }
    return tree.bytes[Int(base + token.start)...].starts(with: word.utf8)
  }
}
