import Diagnostics
import ElementModel

/// Flags package lists without any package.
struct EmptyPackageFile: FormatRule {
  static let kind = FormatProblem.Kind.emptyPackageFile
  static let metadata = RuleMetadata(
    code: "PK421",
    name: "empty-package-file",
    severity: .error,
    rationale: """
      diskimage-builder crashes on a `package-installs` file that is empty or holds only comments.
      Remove the file, or write `{}`.
      """,
    flagged: [
      ["«foo/package-installs.yaml»": "# nothing yet\n"]
    ],
    accepted: [
      ["foo/package-installs.yaml": "{}\n"]
    ],
    suppression: .none)
}
