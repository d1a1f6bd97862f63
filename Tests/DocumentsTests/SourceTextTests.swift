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

extension SourceTextTests {
  @Test func bytesOfPositionsAreFound() {
    let text = SourceText(Array("aä🙂b\n\nc".utf8), path: "x")
    let positions = [(1, 1), (1, 3), (1, 4), (1, 6), (2, 1), (3, 1), (3, 2), (3, 9), (9, 1)]
      .map { SourcePosition(line: $0.0, column: $0.1) }
    #expect(text.byteOffsets(of: positions) == [0, 3, 7, 9, 9, 10, 11, 11, 11])
  }

  @Test func everyBytePositionLeadsBack() {
    let text = SourceText(Array("aä\n\n🙂 b\r\nc".utf8), path: "x")
    let starts = text.bytes.indices.filter { text.bytes[$0] & 0xC0 != 0x80 }
    #expect(text.byteOffsets(of: starts.map { text.position(ofByteOffset: $0) }) == starts)
  }
}
