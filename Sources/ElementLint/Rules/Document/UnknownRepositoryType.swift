import Diagnostics
import ElementModel

/// Flags types of repositories that do not exist.
struct UnknownRepositoryType: FormatRule {
  static let kind = FormatProblem.Kind.unknownRepositoryType
  static let metadata = RuleMetadata(
    code: "SR602",
    name: "unknown-repository-type",
    severity: .error,
    rationale: """
      Repositories are of the type `git`, `tar`, `file` or `package`; the build stops at any other.
      """,
    flagged: [
      ["foo/source-repository-foo": "«foo hg /opt/foo https://example.com/foo»\n"]
    ],
    accepted: [
      ["foo/source-repository-foo": "foo tar /opt/foo https://example.com/foo.tgz .\n"]
    ],
    suppression: .file)
}
