import PythonSyntax
import Testing

struct FormattedStringTests {
  @Test func stringIsCutAtItsFields() {
    #expect(
      cut("f'a{b!r:>{c}}'").dropLast(2) == [
        "formattedStart 1:0 f'", "formattedMiddle 1:2 a", "leftBrace 1:3 {", "name 1:4 b",
        "exclamation 1:5 !", "name 1:6 r", "colon 1:7 :", "formattedMiddle 1:8 >",
        "leftBrace 1:9 {", "name 1:10 c", "rightBrace 1:11 }", "formattedMiddle 1:12 ",
        "rightBrace 1:12 }", "formattedEnd 1:13 '",
      ])
  }

  @Test func halfOfADoubledBraceBelongsToNoToken() {
    #expect(
      cut("f'{{a}}'").dropLast(2) == [
        "formattedStart 1:0 f'", "formattedMiddle 1:2 {", "formattedMiddle 1:4 a}",
        "formattedEnd 1:7 '",
      ])
  }

  @Test func fieldsHoldStringsWithTheSameQuotes() {
    #expect(cut("f'{f'{'a'}'}'").contains("string 1:6 'a'"))
  }

  @Test func colonInBracketsStartsNoFormat() {
    #expect(cut("f'{(a:=1)}{b[1:2]}'").contains("colonEqual 1:5 :="))
    #expect(!cut("f'{(a:=1)}{b[1:2]}'").contains { $0.hasPrefix("formattedMiddle") })
  }

  @Test func nameOfACharacterIsText() {
    #expect(cut("f'\\N{DASH} {a}'").contains("formattedMiddle 1:2 \\N{DASH}"))
  }

  @Test func olderPythonTakesItAsOneString() {
    #expect(cut("f'{a}'", version: PythonVersion(minor: 11)).first == "string 1:0 f'{a}'")
  }

  @Test func newerPythonHasTemplateStrings() {
    #expect(cut("t'a'", version: PythonVersion(minor: 14)).first == "templateStart 1:0 t'")
    #expect(cut("t'a'").first == "name 1:0 t")
  }
}
