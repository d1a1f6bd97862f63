import PythonSyntax
import Testing

struct PhysicalLinesTests {
  @Test func linesComeInOrder() {
    #expect(numbers("x = 1\n\n# foo\ny = (2,\n     3)\n") == [1, 2, 3, 4, 5])
  }

  @Test func linesOfAStringComeBehindIt() {
    let lines = physical("x = '''a\nb\nc'''\n").lines
    #expect(lines.map(\.number) == [1, 2, 3])
    #expect(lines.map(\.isInString) == [true, true, false])
  }

  @Test func lineThatIsJoinedComes() {
    #expect(numbers("x = 1 + \\\n    2\n") == [1, 2])
  }

  @Test func lineOfABackslashDoesNot() {
    #expect(numbers("x = 1 + \\\n  \\\n    2\n") == [1, 3])
  }

  private func physical(_ text: String) -> PhysicalLines {
    let source = source(text)
    return PhysicalLines(
      LogicalLines(PythonTokens(of: source).tokens, of: source).tokens, of: source)
  }

  private func numbers(_ text: String) -> [Int] { physical(text).lines.map(\.number) }
}
