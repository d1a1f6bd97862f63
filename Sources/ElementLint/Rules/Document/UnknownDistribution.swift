import Diagnostics
import ElementModel

/// Flags distributions and families that do not exist.
struct UnknownDistribution: FormatRule {
  static let kind = FormatProblem.Kind.unknownDistribution
  static let metadata = RuleMetadata(
    code: "PK413",
    name: "unknown-distribution",
    severity: .warning,
    rationale: """
      Entries for a distribution or family that no build names are never looked at.
      """,
    flagged: [
      ["foo/pkg-map": "{\"distro\": {«\"debain\"»: {\"vim\": \"vim-nox\"}}}\n"]
    ],
    accepted: [
      ["foo/pkg-map": "{\"distro\": {\"debian\": {\"vim\": \"vim-nox\"}}}\n"]
    ],
    suppression: .none)
}
