import Diagnostics
import ElementModel

/// Flags repository lists whose last row does not end.
struct UnterminatedRepositoryRow: FormatRule {
  static let kind = FormatProblem.Kind.missingFinalNewline
  static let metadata = RuleMetadata(
    code: "SR603",
    name: "unterminated-repository-row",
    severity: .error,
    rationale: """
      The list is read by a shell loop that never sees a last row without a newline: nothing is
      fetched for it.
      """,
    flagged: [
      ["foo/source-repository-foo": "foo git /opt/foo https://example.com/foo.git v1.0«»"]
    ],
    accepted: [
      ["foo/source-repository-foo": "foo git /opt/foo https://example.com/foo.git v1.0\n"]
    ],
    suppression: .file)
}
