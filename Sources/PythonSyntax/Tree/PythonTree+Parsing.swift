extension PythonTree {
  /// Parses a file whose tokens were cut.
  ///
  /// An error of the lexer counts before one of the parser, as in CPython.
  package init(
    parsing source: PythonSource, tokens: PythonTokens, version: PythonVersion = .standard
  ) throws(PythonSyntaxError) {
    if let error = tokens.error { throw error }
    var parser = PythonParser(
      PythonTree(bytes: source.bytes), tokens.tokens, base: 0, version: version)
    let root = try parser.module()
    self = parser.tree
    self.root = root
  }
}
