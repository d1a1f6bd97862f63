import Diagnostics
import ElementModel

/// Flags lists of packages in phase directories.
struct LegacyPackageList: FileRule {
  static let metadata = RuleMetadata(
    code: "PK417",
    name: "legacy-package-list",
    severity: .warning,
    rationale: """
      Lists called `package-installs-…` or `package-uninstalls-…` in a phase directory are an old form
      that is going away, knows no architectures and is not in the plan of a build. Write the packages
      into `package-installs.yaml`, each with its `phase`.
      """,
    flagged: [["foo/install.d/«package-installs-foo»": "vim\n"]],
    accepted: [
      ["foo/package-installs.yaml": "vim:\n"],
      ["foo/bin/package-installs-foo": .executable("#!/bin/bash\n")],
    ],
    suppression: .file)

  func check(_ file: LintedFile) -> [Finding] {
    guard file.isPackageList else { return [] }
    return [
      finding(
        "list of packages has an old form", at: file.location,
        hint: "move the packages to `package-installs.yaml`")
    ]
  }
}
