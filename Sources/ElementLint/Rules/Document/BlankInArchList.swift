import Diagnostics
import ElementModel

/// Flags blanks in lists of architectures.
struct BlankInArchList: FormatRule {
  static let kind = FormatProblem.Kind.blankInArchList
  static let metadata = RuleMetadata(
    code: "PK405",
    name: "blank-in-arch-list",
    severity: .error,
    rationale: """
      Lists of architectures are cut at commas and nowhere else. In `amd64, arm64` the second entry
      is ` arm64`, which never matches.
      """,
    flagged: [
      ["foo/package-installs.yaml": "vim:\n  arch: «amd64, arm64»\n"]
    ],
    accepted: [
      ["foo/package-installs.yaml": "vim:\n  arch: amd64,arm64\n"]
    ])
}
