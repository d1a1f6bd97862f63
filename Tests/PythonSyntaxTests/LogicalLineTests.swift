import PythonSyntax
import Testing

struct LogicalLineTests {
  @Test func lineIsWithoutCommentsAndWithMaskedStrings() {
    #expect(
      texts("x = [  # foo\n    rb'a\\'b',\n    '''c\nd''']\n") == ["x = [rb'xxxx', '''xxx''']"])
  }

  @Test func formattedStringIsMaskedAroundItsFields() {
    #expect(texts("f'a{{{b:>{c}}d'\n") == ["f'xxx{b:x{c}}x'"])
  }

  @Test func blanksBetweenTokensAreKept() {
    #expect(texts("x  =\ty \\\n  + z\n") == ["x  =\ty + z"])
  }

  @Test func lineBreakBecomesABlankButBesideBrackets() {
    #expect(texts("f(\n  a,\n  b +\n  c\n)\n") == ["f(a, b + c)"])
  }

  @Test func charactersBeyondASCIIAreOneByte() {
    let lines = lines("é = 1\n")
    #expect(Array(lines.text) == [LogicalLines.otherCharacter] + Array(" = 1".utf8))
  }

  @Test func commentOnItsOwnIsALineWithoutText() {
    let lines = lines("# foo\nx = 1\n").lines
    #expect(lines.map(\.isComment) == [true, false])
    #expect(lines.map(\.previous) == [nil, nil])
  }

  @Test func blankLinesAboveAComment() {
    let lines = lines("x = 1\n\n\n# foo\ny = 2\n").lines
    #expect(lines.map(\.blankLines) == [0, 2, 0])
    #expect(lines.map(\.blankLinesBefore) == [0, 2, 2])
  }

  @Test func indentsReachToMultiplesOfEight() {
    let lines = lines("if x:\n  \ty = 1\nz = 2\n").lines
    #expect(lines.map(\.indentLevel) == [0, 8, 0])
    #expect(lines.map(\.previousUnindented) == [nil, 0, 0])
  }

  @Test func offsetIsCountedFromTheEndOfItsToken() throws {
    let lines = lines("f(a,\n  bcd)\n")
    let line = try #require(lines.lines.first)
    #expect(lines.place(of: 0, in: line) == TokenPlace(line: 1, column: 0))
    #expect(lines.place(of: 6, in: line) == TokenPlace(line: 2, column: 3))
    // The blank that stands for the line break belongs to the token behind it.
    #expect(lines.place(of: 5, in: line) == TokenPlace(line: 2, column: 2))
    #expect(lines.place(of: 10, in: line) == nil)
  }

  private func lines(_ text: String) -> LogicalLines {
    let source = source(text)
    return LogicalLines(PythonTokens(of: source).tokens, of: source)
  }

  private func texts(_ text: String) -> [String] {
    let lines = lines(text)
    return lines.lines.map { String(decoding: lines.text[$0.text], as: UTF8.self) }
  }
}
