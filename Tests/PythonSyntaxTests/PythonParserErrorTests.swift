import Testing

/// What the parser says of texts that are no Python; taken down from CPython 3.13.
struct PythonParserErrorTests {
  @Test(arguments: SyntaxErrorCases.all)
  func messageAndPlaceAreThoseOfCPython(_ text: String, _ error: String) {
    #expect(syntaxError(text) == error)
  }
}
