import Diagnostics
import ElementModel

/// Flags keys that stand twice in a YAML mapping.
struct DuplicateYAMLKey: FormatRule {
  static let kind = FormatProblem.Kind.duplicateYAMLKey
  static let metadata = RuleMetadata(
    code: "PK410",
    name: "duplicate-yaml-key",
    severity: .error,
    rationale: """
      Of two equal keys the last one counts and the first is lost without a word.
      """,
    flagged: [
      ["foo/package-installs.yaml": "vim:\n  phase: install.d\n«vim»:\n  phase: post-install.d\n"]
    ],
    accepted: [
      ["foo/package-installs.yaml": "vim:\n  - phase: install.d\n  - phase: post-install.d\n"]
    ])
}
