/// What the lexer remembers: whether a word is reserved depends on the tokens before it.
///
/// A substitution begins with a state of its own.
struct LexerState {
  var lookahead: Lexeme?
  var lastToken = ShellToken.Kind.newline
  var tokenBeforeLast = ShellToken.Kind.newline
  /// The end of the token that was taken last.
  var lastEnd = 0
  /// Between `in` or `;;` and `)` of a `case`, where only `esac` is reserved.
  var isCasePattern = false
  /// Words after `case` or `for` that still wait for their `in`.
  var expectedIns = [ShellToken.Kind]()
  /// `name=(…)` is taken for an array: the command is `declare`, `export` or one of their kin.
  var acceptsArrays = false
  /// Redirections stand where a command's name may follow.
  var isInLeadingRedirections = false
  var isInArray = false
  var isInTest = false
  var isRegularExpression = false
  /// On the right of `==`, where extended patterns are always on.
  var isTestPattern = false
  /// In `$(…)`, where a here-document may end at `)`.
  var isSubstitution = false
  /// Here-documents whose text begins on the next line.
  var pendingHereDocuments = [Int]()
  /// Substitutions in the token that was read last, which have no parent yet.
  var orphans = [Int]()
}

/// A token with its word.
struct Lexeme {
  var kind: ShellToken.Kind
  var start: Int
  var end: Int
  var word = WordRecord(start: 0, end: 0)
}
