import Diagnostics
import Documents
import SystemPackage
import Testing

@Suite struct LineListTests {
  private func rows(_ text: String) -> [LineList.Row] {
    LineList(parsing: Array(text.utf8), path: "f").rows
  }

  @Test func blanksAroundNamesAndEmptyLinesDoNotCount() {
    #expect(rows("\n  a\t\r\n\n \t\nb c \nlast").map(\.text) == ["a", "b c", "last"])
  }

  @Test func hashStartsANameLikeAnyOther() {
    #expect(rows("# base\n").map(\.text) == ["# base"])
  }

  @Test func rowKnowsItsPlace() {
    let expected = Diagnostics.SourceLocation(
      "f", SourcePosition(line: 2, column: 3), to: SourcePosition(line: 2, column: 5))
    #expect(rows("x\n  äb \n").last?.location == expected)
  }

  @Test func emptyFileHasNoRows() { #expect(rows("").isEmpty && rows(" \n\n").isEmpty) }
}
