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

  var isEmpty: Bool { comments.isEmpty }

  /// The suppressions in the text; most files have none, which costs two searches.
  init(in text: SourceText?) { comments = text.map(SuppressionComment.all) ?? [] }

  /// Whether one of the comments silences the finding.
  func silence(_ finding: Finding, of rule: RuleMetadata) -> Bool {
    comments.contains { $0.covers(finding.location) && $0.names(rule) }
  }
}
