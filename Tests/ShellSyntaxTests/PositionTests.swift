import Diagnostics
import ShellSyntax
import Testing

struct PositionTests {
  @Test(arguments: [
    ("x", 1, 1, 1, 2), ("  x a", 1, 3, 1, 6), ("a\n\tx", 2, 2, 2, 3), ("ä; x", 1, 4, 1, 5),
    ("a \\\n  b; x", 2, 6, 2, 7), ("x \\\n  a", 1, 1, 2, 4), ("a $(x b)", 1, 5, 1, 8),
    ("a \"ö\n$(x)\"", 2, 3, 2, 4), ("a `x`", 1, 4, 1, 5), ("a <<E\n$(x)\nE", 2, 3, 2, 4),
    ("x \"a\nb\"", 1, 1, 2, 3), ("a <<E; x\nb\nE", 1, 8, 1, 9), ("x >a", 1, 1, 1, 5),
  ])
  func commandsKnowWhereTheyAre(
    _ text: String, _ line: Int, _ column: Int, _ endLine: Int, _ endColumn: Int
  ) throws {
    let location = try #require(parsed(text).commands(named: "x").first).location
    #expect(location.start == SourcePosition(line: line, column: column))
    #expect(location.end == SourcePosition(line: endLine, column: endColumn))
  }

  @Test(arguments: [
    ("if a; then b\n", 3, 1, 1), ("a\n  fi", 2, 3, nil as Int?), ("echo \"a\nb", 1, 6, 1),
    ("echo $(a", 1, 6, 1), ("a ;; b", 1, 3, nil), ("a | | b", 1, 5, nil), ("a)", 1, 2, nil),
    ("{ a; }}", 2, 1, 1), ("ä ( b", 1, 5, nil),
  ])
  func errorsKnowWhereTheyAre(
    _ text: String, _ line: Int, _ column: Int, _ openingLine: Int?
  ) throws {
    let error = try #require(parsed(text).errors.first)
    #expect(error.position == SourcePosition(line: line, column: column))
    #expect(error.opening?.line == openingLine)
  }

  @Test func tokensCoverTheScriptInOrder() {
    let script = parsed("if a; then b >c; fi # d")
    #expect(
      script.tokens.map(script.text) == ["if", "a", ";", "then", "b", ">", "c", ";", "fi", "\n"])
    let starts = script.tokens.map { script.location(of: $0).start ?? SourcePosition(line: 0) }
    #expect(starts == starts.sorted())
  }

  @Test func sourceTellsPositionsInCharacters() {
    let source = parsed("ä\nöx").source
    #expect(source.position(ofByteOffset: 2) == SourcePosition(line: 1, column: 2))
    #expect(source.position(ofByteOffset: 5) == SourcePosition(line: 2, column: 2))
    #expect(source.text(3..<6) == "öx")
  }
}
