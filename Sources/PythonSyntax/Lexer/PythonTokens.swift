/// The tokens of a Python file, in order of their places, and what kept the rest from being cut.
package struct PythonTokens: Sendable {
  /// The tokens; an end marker comes last unless there is an error.
  package let tokens: ContiguousArray<PythonToken>
  /// The error at which cutting stopped.
  package let error: PythonSyntaxError?

  /// Cuts the text into tokens.
  package init(of source: PythonSource, version: PythonVersion = .standard) {
    var lexer = PythonLexer(source, version: version)
    do throws(PythonSyntaxError) {
      try lexer.readAll()
      error = nil
    } catch {
      self.error = error
    }
    tokens = lexer.tokens
  }
}
