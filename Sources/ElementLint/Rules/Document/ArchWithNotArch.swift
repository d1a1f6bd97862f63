import Diagnostics
import ElementModel

/// Flags packages with both `arch` and `not-arch`.
struct ArchWithNotArch: FormatRule {
  static let kind = FormatProblem.Kind.archWithNotArch
  static let metadata = RuleMetadata(
    code: "PK404",
    name: "arch-with-not-arch",
    severity: .error,
    rationale: """
      The build stops at an entry that names both the architectures it is for and those it is not
      for.
      """,
    flagged: [
      ["foo/package-installs.yaml": "vim:\n  arch: amd64\n  «not-arch»: arm64\n"]
    ],
    accepted: [
      ["foo/package-installs.yaml": "vim:\n  arch: amd64\n"]
    ])
}
