import Diagnostics
import ElementModel

/// Flags tarballs without the part to take.
struct TarWithoutReference: FormatRule {
  static let kind = FormatProblem.Kind.tarWithoutReference
  static let metadata = RuleMetadata(
    code: "SR608",
    name: "tar-without-reference",
    severity: .warning,
    rationale: """
      Without a reference the contents of all top-level directories are joined, an old default that
      is going away. Write `.` for everything or the name of a directory.
      """,
    flagged: [
      ["foo/source-repository-foo": "«foo tar /opt/foo https://example.com/foo.tgz»\n"]
    ],
    accepted: [
      ["foo/source-repository-foo": "foo tar /opt/foo https://example.com/foo.tgz .\n"]
    ],
    suppression: .file)
}
