import SystemPackage
import Testing

@testable import Sandbox

struct LineSplitterTests {
  /// The lines of a text that arrives in the given pieces.
  private func lines(_ pieces: [[UInt8]]) -> [String] {
    var splitter = LineSplitter()
    var lines: [String] = []
    for piece in pieces {
      piece.withUnsafeBytes { bytes in
        splitter.split(bytes) { lines.append(String(decoding: $0, as: UTF8.self)) }
      }
    }
    splitter.finish { lines.append(String(decoding: $0, as: UTF8.self)) }
    return lines
  }

  private func lines(_ pieces: String...) -> [String] { lines(pieces.map { Array($0.utf8) }) }

  @Test func linesAreCutAtNewlines() {
    #expect(lines("a\nb\n\nc\n") == ["a", "b", "", "c"])
  }

  @Test func lastLineNeedsNoNewline() {
    #expect(lines("a\nb") == ["a", "b"])
    #expect(lines("") == [])
  }

  @Test func piecesAreJoined() {
    #expect(lines("ab", "c\nd", "\n", "\ne") == ["abc", "d", "", "e"])
  }

  @Test func characterMayArriveInPieces() {
    #expect(lines([[0xC3], [0xA9, 10]]) == ["é"])
  }

  @Test func badBytesAreRepaired() {
    #expect(lines([[0x61, 0xFF, 10]]) == ["a\u{FFFD}"])
  }

  @Test func longLineIsSplit() {
    let line = String(repeating: "x", count: 150_000)
    let parts = lines(line, "yz\nend\n")
    #expect(parts.map(\.utf8.count) == [65536, 65536, 150_002 - 131_072, 3])
    #expect(parts.dropLast().joined() == line + "yz")
  }

  @Test func longLineIsNotSplitInsideACharacter() {
    let line = "x" + String(repeating: "é", count: 50_000)
    #expect(lines(line).joined() == line)
    #expect(lines(line)[0].utf8.count == 65535)
  }

  @Test func longRunOfBadBytesIsSplitToo() {
    #expect(lines([[UInt8](repeating: 0x80, count: 70_000)]).count == 2)
  }
}
