import PythonSyntax
import Testing

struct PythonTokensTests {
  @Test func statementIsWordsOperatorsAndALineEnd() {
    #expect(
      cut("def f(a): pass\n") == [
        "defKeyword 1:0 def", "name 1:4 f", "leftParen 1:5 (", "name 1:6 a", "rightParen 1:7 )",
        "colon 1:8 :", "passKeyword 1:10 pass", "newline 1:14 \n", "endMarker 2:0 ",
      ])
  }

  @Test func longestOperatorIsTaken() {
    let kinds = kinds("a **= b // c >>= d -> e := f != g ... h .. i <> j\n")
    #expect(
      kinds.filter { $0 != .name } == [
        .doubleStarEqual, .doubleSlash, .rightShiftEqual, .arrow, .colonEqual, .notEqual, .ellipsis,
        .dot, .dot, .lessGreater, .newline, .endMarker,
      ])
  }

  @Test func blocksAreIndentsAndDedents() {
    #expect(
      cut("if a:\n  b\n # c\nd") == [
        "ifKeyword 1:0 if", "name 1:3 a", "colon 1:4 :", "newline 1:5 \n", "indent 2:0   ",
        "name 2:2 b", "newline 2:3 \n", "comment 3:1 # c", "blankNewline 3:4 \n", "dedent 4:0 ",
        "name 4:0 d", "newline 4:1 \n", "endMarker 5:0 ",
      ])
  }

  @Test func lineEndsInBracketsEndNoStatement() {
    #expect(
      kinds("(\n\n)\n") == [
        .leftParen, .blankNewline, .blankNewline, .rightParen, .newline, .endMarker,
      ])
  }

  @Test func backslashJoinsLines() {
    #expect(kinds("a \\\n  + b\n") == [.name, .plus, .name, .newline, .endMarker])
  }

  @Test(arguments: ["'a'", "rb'''a\n'b'''", "u\"a\\\"b\"", "BR'\\d'", "'a\\\nb'"])
  func stringIsOneToken(_ string: String) {
    #expect(cut(string) == ["string 1:0 \(string)"] + cut(string).suffix(2))
    #expect(kinds(string) == [.string, .newline, .endMarker])
  }

  @Test(arguments: ["0", "1_000", "0xFF_ff", "0b1", "0o17", "1.", ".5e-3", "1e5j", "00", "09.5"])
  func numberIsOneToken(_ number: String) {
    #expect(kinds(number) == [.number, .newline, .endMarker])
  }

  @Test func wordMayFollowANumber() {
    #expect(kinds("1if 0xfor 2\n").prefix(4) == [.number, .ifKeyword, .number, .orKeyword])
  }

  @Test func namesMayHaveLettersOfAllScripts() {
    #expect(cut("straße = π\n").prefix(3) == ["name 1:0 straße", "equal 1:7 =", "name 1:9 π"])
  }

  private func kinds(_ text: String) -> [PythonToken.Kind] {
    PythonTokens(of: source(text)).tokens.map(\.kind)
  }
}
