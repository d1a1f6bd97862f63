import Diagnostics
import ElementModel

/// Flags packages for a way of installation that the element does not have.
struct UnknownInstallType: ElementRule {
  static let metadata = RuleMetadata(
    code: "PK420",
    name: "unknown-install-type",
    severity: .warning,
    rationale: """
      `installtype` restricts a package to builds that install the element in that way: from `source`
      or by `package`, or in one that has hooks in `install.d/NAME-TYPE-install`. Where the element has
      only one way, the restriction only loses packages.
      """,
    flagged: [
      ["foo/package-installs.yaml": "«gcc»:\n  installtype: sources\n"],
      ["foo/package-installs.yaml": "«gcc»:\n  installtype: source\n"],
    ],
    accepted: [
      [
        "foo/package-installs.yaml": "gcc:\n  installtype: source\n",
        "foo/source-repository-foo": "foo git /opt/foo https://example.com/foo.git v1\n",
      ],
      [
        "foo/package-installs.yaml": "gcc:\n  installtype: repo\n",
        "foo/install.d/foo-repo-install/50-foo": .executable("#!/bin/bash\n"),
      ],
    ])

  func check(_ element: LintedElement) -> [Finding] {
    element.documents.flatMap(\.packages).compactMap { entry in
      // Who builds a test element chooses how.
      guard !element.isTestElement, let type = entry.installType else { return nil }
      return fault(of: type, in: element).map {
        finding($0, at: entry.location, hint: "correct `installtype`, or remove it")
      }
    }
  }

  private func fault(of type: String, in element: LintedElement) -> Finding.Message? {
    let directories = element.files.filter(\.isInstallDirectory)
    if directories.contains(where: { $0.name.hasSuffix("-\(type)-install") }) { return nil }
    guard ["source", "package"].contains(type) else {
      return "the element is never installed by `\(type)`"
    }
    let variable = "DIB_INSTALLTYPE_\(element.name.rawValue.replacing("-", with: "_"))"
    let hasChoice =
      !directories.isEmpty || element.files.contains { $0.role == .sourceRepository }
      || element.hasSource(thatMentions: variable)
    return hasChoice ? nil : "the element has no other way of installation than this one"
  }
}
