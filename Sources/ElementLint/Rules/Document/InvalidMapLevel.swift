import Diagnostics
import ElementModel

/// Flags levels of a `pkg-map` that do not exist.
struct InvalidMapLevel: FormatRule {
  static let kind = FormatProblem.Kind.invalidMapLevel
  static let metadata = RuleMetadata(
    code: "PK414",
    name: "invalid-map-level",
    severity: .error,
    rationale: """
      A `pkg-map` has the levels `default`, `family`, `distro` and `release`, the last by
      distribution and release. Anything else is never looked at.
      """,
    flagged: [
      ["foo/pkg-map": "{«\"distros\"»: {\"debian\": {\"vim\": \"vim-nox\"}}}\n"]
    ],
    accepted: [
      [
        "foo/pkg-map":
          "{\"default\": {\"vim\": \"vim\"}, \"release\": {\"debian\": {\"bookworm\": {\"vim\": \"vim-nox\"}}}}\n"
      ]
    ],
    suppression: .none)
}
