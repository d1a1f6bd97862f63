import Diagnostics
import ElementModel

/// Flags flags that are switched off.
struct FalseFlag: FormatRule {
  static let kind = FormatProblem.Kind.falseFlag
  static let metadata = RuleMetadata(
    code: "PK409",
    name: "false-flag",
    severity: .error,
    rationale: """
      `uninstall` and `build-only` count by being there, whatever their value: `uninstall: false`
      removes the package.
      """,
    flagged: [
      ["foo/package-installs.yaml": "vim:\n  «uninstall»: false\n"]
    ],
    accepted: [
      ["foo/package-installs.yaml": "vim:\n  uninstall: true\n"]
    ])
}
