import Diagnostics
import ElementModel

/// Flags locations that are not authenticated.
struct InsecureLocation: FormatRule {
  static let kind = FormatProblem.Kind.insecureLocation
  static let metadata = RuleMetadata(
    code: "SR606",
    name: "insecure-location",
    severity: .warning,
    rationale: """
      What `git://` and `http://` bring can be changed by anyone on the way, and many hosts no
      longer serve them.
      """,
    flagged: [
      ["foo/source-repository-foo": "«foo git /opt/foo git://example.com/foo.git v1.0»\n"]
    ],
    accepted: [
      ["foo/source-repository-foo": "foo git /opt/foo https://example.com/foo.git v1.0\n"]
    ],
    suppression: .file)
}
