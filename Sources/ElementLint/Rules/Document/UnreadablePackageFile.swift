import Diagnostics
import ElementModel

/// Flags package lists and maps that cannot be parsed.
struct UnreadablePackageFile: FormatRule {
  static let kind = FormatProblem.Kind.unreadablePackageFile
  static let metadata = RuleMetadata(
    code: "PK401",
    name: "unreadable-package-file",
    severity: .error,
    rationale: """
      The build stops at a `package-installs` file or a `pkg-map` that cannot be parsed or is no
      mapping.
      """,
    flagged: [
      ["foo/package-installs.yaml": "«- vim»\n"],
      ["foo/pkg-map": "{\"default\": {\"vim\": \"vim\"},«»}\n"],
    ],
    accepted: [
      ["foo/package-installs.yaml": "vim:\n"],
      ["foo/pkg-map": "{\"default\": {\"vim\": \"vim\"}}\n"],
    ],
    suppression: .none)
}
