extension PythonTree {
  /// Parses a file whose tokens were cut.
  ///
  /// Before Python 3.12 an f-string is one token, which is cut anew here.
  package init(
    parsing source: PythonSource, tokens: PythonTokens, version: PythonVersion = .standard
  ) throws(PythonSyntaxError) {
    let tokens =
      version.splitsFormattedStrings
      ? tokens : PythonTokens(of: source, version: PythonVersion(minor: 12))
    var parser = PythonParser(
      PythonTree(bytes: source.bytes), tokens.tokens, base: 0, isASCII: source.isASCII,
      version: version)
    do throws(PythonSyntaxError) {
      let root = try parser.module()
      if let error = tokens.error { throw error }
      self = parser.tree
      self.root = root
    } catch {
      guard let lexical = tokens.error,
        parser.isAtEnd || parser.isHidden(error, by: lexical, in: source)
      else {
        throw error
      }
      throw lexical
    }
  }
}
