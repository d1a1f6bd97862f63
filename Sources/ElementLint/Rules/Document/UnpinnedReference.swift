import Diagnostics
import ElementModel

/// Flags repositories that are fetched at no fixed version.
struct UnpinnedReference: FormatRule {
  static let kind = FormatProblem.Kind.unpinnedReference
  static let metadata = RuleMetadata(
    code: "SR607",
    name: "unpinned-reference",
    severity: .info,
    rationale: """
      A branch, or no reference at all, gives another image every day. Pin a tag or a commit;
      callers can still override it.
      """,
    flagged: [
      ["foo/source-repository-foo": "«foo git /opt/foo https://example.com/foo.git»\n"]
    ],
    accepted: [
      ["foo/source-repository-foo": "foo git /opt/foo https://example.com/foo.git v1.0\n"]
    ],
    suppression: .file)
}
