import Diagnostics
import ElementModel

/// Flags rows of a repository list that cannot be read.
struct MalformedRepositoryRow: FormatRule {
  static let kind = FormatProblem.Kind.malformedRepositoryRow
  static let metadata = RuleMetadata(
    code: "SR601",
    name: "malformed-repository-row",
    severity: .error,
    rationale: """
      A row is `name type /destination location [reference]`, separated by blanks; the build stops at
      any other.
      """,
    flagged: [
      ["foo/source-repository-foo": "«foo git /opt/foo»\n"]
    ],
    accepted: [
      [
        "foo/source-repository-foo":
          "# Sources.\nfoo git /opt/foo https://example.com/foo.git v1.0\n"
      ]
    ],
    suppression: .file)
}
