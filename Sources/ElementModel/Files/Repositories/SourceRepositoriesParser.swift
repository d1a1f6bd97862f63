import Diagnostics
import Documents

/// Reads one `source-repository-*` file and collects its problems.
struct SourceRepositoriesParser {
  private let source: SourceText
  private(set) var problems: [FormatProblem] = []

  init(_ source: SourceText) { self.source = source }

  mutating func rows() -> [SourceRepositories.Row] {
    var rows: [SourceRepositories.Row] = []
    for row in LineList(source).rows where !row.text.hasPrefix("#") {
      var parser = RepositoryRowParser(row)
      let parsed = parser.parse()
      problems += parser.problems
      if let parsed, !isLost(row) { rows.append(parsed) }
    }
    checkFinalNewline()
    return rows
  }

  /// Whether the reader, which reads up to newlines, never sees the row.
  private func isLost(_ row: LineList.Row) -> Bool {
    !source.endsWithNewline && row.location.start?.line == source.lineCount
  }

  private mutating func checkFinalNewline() {
    guard !source.bytes.isEmpty, !source.endsWithNewline else { return }
    let end = source.position(ofByteOffset: source.bytes.count)
    problems.append(
      FormatProblem(
        .missingFinalNewline, "the last row is lost, since no newline ends it",
        at: SourceLocation(source.path, end), hint: "add a newline at the end",
        fix: Finding.Fix(
          "add the newline", edits: [Finding.Edit(from: end, to: end, text: "\n")])))
  }
}
