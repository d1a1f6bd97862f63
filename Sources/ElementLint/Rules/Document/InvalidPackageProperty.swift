import Diagnostics
import ElementModel

/// Flags properties of packages that do not exist or have the wrong type.
struct InvalidPackageProperty: FormatRule {
  static let kind = FormatProblem.Kind.invalidProperty
  static let metadata = RuleMetadata(
    code: "PK402",
    name: "invalid-package-property",
    severity: .error,
    rationale: """
      Unknown properties are ignored without a word, so a misspelt `instaltype` restricts nothing.
      """,
    flagged: [
      ["foo/package-installs.yaml": "vim:\n  «instaltype»: source\n"],
      ["foo/package-installs.yaml": "vim:\n  arch: «[amd64, arm64]»\n"],
    ],
    accepted: [
      ["foo/package-installs.yaml": "vim:\n  installtype: source\n  arch: amd64,arm64\n"]
    ])
}
