import Diagnostics
import ElementModel
import SystemPackage

/// The suppressions of all files that have some.
struct SuppressionIndex: Sendable {
  private let suppressions: [FilePath: Suppressions]

  /// The suppressions in the files of the tree.
  init(_ tree: LintedTree) {
    let files = (tree.elements + tree.testElements).lazy.flatMap(\.files)
    suppressions = Dictionary(
      files.filter { !$0.suppressions.isEmpty }.map { ($0.file.path, $0.suppressions) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether a comment in the finding's file silences it.
  func silence(_ finding: Finding) -> Bool {
    guard let comments = suppressions[finding.location.path] else { return false }
    guard let rule = RuleCatalog.known(finding.rule.rawValue) else {
      return comments.silence(foreign: finding)
    }
    return comments.silence(finding, of: rule)
  }
}
