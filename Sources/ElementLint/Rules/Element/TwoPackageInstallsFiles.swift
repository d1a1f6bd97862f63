import Diagnostics
import SystemPackage

/// Flags elements with a list of packages in both formats.
struct TwoPackageInstallsFiles: ElementRule {
  static let metadata = RuleMetadata(
    code: "PK416",
    name: "two-package-installs-files",
    severity: .warning,
    rationale: """
      `package-installs.json` is read before `package-installs.yaml`, and both count. Readers expect
      one list.
      """,
    flagged: [["foo/package-installs.yaml": "vim:\n", "foo/«package-installs.json»": "{}\n"]],
    accepted: [["foo/package-installs.yaml": "vim:\n"]],
    suppression: .none)

  func check(_ element: LintedElement) -> [Finding] {
    guard let json = element.file("package-installs.json"),
      let yaml = element.file("package-installs.yaml")
    else { return [] }
    return [
      finding(
        "element has a `package-installs.yaml` as well", at: json.location,
        notes: [Finding.Note("the other list", at: yaml.location)],
        hint: "move its entries to `package-installs.yaml`")
    ]
  }
}
