import Diagnostics
import Documents

/// The comments of one file that silence rules.
///
/// `# tie-check: disable=RULE[,RULE]` holds for the line it stands on, or for the file when it stands
/// alone above everything else. `# dib-lint: disable=NAME NAME` holds for the file,
/// `# dib-lint: NAME` for its line.
struct Suppressions: Sendable {
  /// In the order in which they stand in the file.
  let comments: [SuppressionComment]
  private let forFile: [SuppressionComment]
  private let forLine: [Int: [SuppressionComment]]

  var isEmpty: Bool { comments.isEmpty }

  /// The suppressions in the text; most files have none, which costs two searches.
  init(in text: SourceText?) {
    comments = text.map(SuppressionComment.all) ?? []
    // One for each dialect, so that a file full of them is looked through once.
    forFile = Dictionary(grouping: comments.filter { $0.line == nil }, by: \.dialect)
      .map { SuppressionComment(names: $1.flatMap(\.names), dialect: $0, line: nil) }
    forLine = Dictionary(grouping: comments.filter { $0.line != nil }) { $0.line ?? 0 }
  }

  /// Whether one of the comments silences the finding.
  func silence(_ finding: Finding, of rule: RuleMetadata) -> Bool {
    holds(for: finding.location) { $0.names(rule) }
  }

  /// Whether one of the comments silences the finding of another linter.
  func silence(foreign finding: Finding) -> Bool {
    holds(for: finding.location) { $0.names(foreign: finding.rule) }
  }

  private func holds(
    for location: SourceLocation, _ isMeant: (SuppressionComment) -> Bool
  ) -> Bool {
    if forFile.contains(where: isMeant) { return true }
    guard !forLine.isEmpty, let first = location.start?.line else { return false }
    let last = max(first, location.end?.line ?? first)
    return (first...last).contains { forLine[$0]?.contains(where: isMeant) ?? false }
  }
}
