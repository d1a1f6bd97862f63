import Diagnostics
import Documents
import SystemPackage
import Testing

@testable import ElementLint

struct EditSetTests {
  private func edit(_ start: (Int, Int), _ end: (Int, Int), _ text: String) -> Finding.Edit {
    Finding.Edit(
      from: SourcePosition(line: start.0, column: start.1),
      to: SourcePosition(line: end.0, column: end.1), text: text)
  }

  private func applied(_ fixes: [[Finding.Edit]], to text: String) -> String {
    var set = EditSet()
    for fix in fixes { _ = set.add(fix) }
    let bytes = set.applied(to: SourceText(Array(text.utf8), path: "x"))
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func editsAreMadeInAnyOrder() {
    let fixes = [
      [edit((2, 1), (2, 2), "B")], [edit((1, 1), (1, 2), "A"), edit((3, 1), (3, 2), "")],
    ]
    #expect(applied(fixes, to: "a\nb\nc\n") == "A\nB\n\n")
  }

  @Test func columnsAreCharacters() {
    #expect(applied([[edit((1, 3), (1, 4), "x")]], to: "ä🙂b\n") == "ä🙂x\n")
  }

  @Test func linesCanBeRemovedUpToTheEnd() {
    #expect(applied([[edit((2, 1), (3, 1), "")]], to: "a\nb") == "a\n")
    #expect(applied([[edit((9, 9), (9, 9), "c")]], to: "a\nb") == "a\nbc")
  }

  @Test(arguments: [
    ((1, 2), (1, 4)), ((1, 1), (1, 2)), ((1, 3), (1, 3)), ((1, 2), (1, 2)), ((1, 1), (2, 1)),
  ])
  func whatOverlapsHasToWait(_ start: (Int, Int), _ end: (Int, Int)) {
    let first = [edit((1, 1), (1, 1), "^"), edit((1, 2), (1, 5), "x")]
    #expect(applied([first, [edit(start, end, "y")]], to: "abcdef\n") == "^axef\n")
  }

  @Test func whatTouchesNeedNotWait() {
    let fixes = [[edit((1, 2), (1, 3), "x")], [edit((1, 3), (1, 4), "y")]]
    #expect(applied(fixes, to: "abcd\n") == "axyd\n")
  }

  @Test func fixesAreMadeAsAWholeOrNotAtAll() {
    let fixes = [
      [edit((1, 2), (1, 3), "x")], [edit((1, 1), (1, 2), "y"), edit((1, 2), (1, 3), "z")],
      [edit((1, 4), (1, 3), "backwards")],
    ]
    #expect(applied(fixes, to: "abcd\n") == "axcd\n")
  }

  @Test func thousandsOfEditsOnOneLineTakeNoTime() {
    let edits = (0..<50_000).map { [edit((1, 2 * $0 + 1), (1, 2 * $0 + 2), "b")] }
    let text = String(repeating: "a ", count: 50_000)
    #expect(applied(edits, to: text) == String(repeating: "b ", count: 50_000))
  }
}
