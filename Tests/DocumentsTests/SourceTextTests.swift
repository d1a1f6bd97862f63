import Diagnostics
import Documents
import SystemPackage
import Testing

@Suite struct SourceTextTests {
  private func source(_ text: String) -> SourceText { SourceText(Array(text.utf8), path: "f") }

  @Test func textBehindTheFinalNewlineIsNoLine() {
    #expect(source("a\nb\n").lineCount == 2)
    #expect(source("a\nb").lineCount == 2)
    #expect(source("").lineCount == 0)
    #expect(source("\n").lineCount == 1)
  }

  @Test func lineHasNoLineEnd() {
    let text = source("one\r\ntwo\n\nlast")
    #expect((1...4).map { text.text(ofLine: $0) } == ["one", "two", "", "last"])
  }

  @Test func columnsCountCharacters() {
    #expect(source("ä€😀x").position(ofByteOffset: 9) == SourcePosition(line: 1, column: 4))
    #expect(source("ä\nx").position(ofByteOffset: 3) == SourcePosition(line: 2, column: 1))
  }

  @Test(arguments: [-1, 0, 3, 4, 99]) func everyOffsetHasAPosition(offset: Int) {
    let position = source("ab\ncd").position(ofByteOffset: offset)
    #expect(position >= SourcePosition(line: 1) && position <= SourcePosition(line: 2, column: 3))
  }

  @Test func bytesThatAreNoCharactersHavePositions() {
    let text = SourceText([0x61, 0xFF, 0xFE, 0x0A, 0x80, 0x62], path: "f")
    #expect(text.position(ofByteOffset: 2) == SourcePosition(line: 1, column: 3))
    #expect(text.position(ofByteOffset: 5) == SourcePosition(line: 2, column: 1))
    #expect(text.text(ofLine: 1).count == 3)
  }
}
