import Diagnostics
import ElementModel

/// Flags names of architectures that builds do not use.
struct ForeignArchName: FormatRule {
  static let kind = FormatProblem.Kind.foreignArchName
  static let metadata = RuleMetadata(
    code: "PK406",
    name: "foreign-arch-name",
    severity: .warning,
    rationale: """
      Architectures are called as dpkg calls them: `amd64`, not `x86_64`; `arm64`, not `aarch64`.
      Another name matches only when the caller insists on it with `-a`.
      """,
    flagged: [
      ["foo/package-installs.yaml": "vim:\n  arch: «x86_64»\n"]
    ],
    accepted: [
      ["foo/package-installs.yaml": "vim:\n  arch: amd64\n"]
    ])
}
