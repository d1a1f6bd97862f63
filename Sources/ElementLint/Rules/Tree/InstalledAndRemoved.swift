import Diagnostics
import ElementModel

/// Flags packages that one element installs and another one of the same build removes.
struct InstalledAndRemoved: TreeRule {
  static let metadata = RuleMetadata(
    code: "PK419",
    name: "installed-and-removed",
    severity: .warning,
    rationale: """
      In each phase packages are installed first and removed last. What one element installs and
      another one of the same build removes is missing in the end, whoever was meant to win.
      """,
    flagged: [
      [
        "foo/package-installs.yaml": "«telnet»:\n  uninstall: true\n", "foo/element-deps": "bar\n",
        "bar/package-installs.yaml": "telnet:\n",
      ]
    ],
    accepted: [
      [
        "foo/package-installs.yaml": "telnet:\n  uninstall: true\n",
        "bar/package-installs.yaml": "telnet:\n",
      ],
      [
        "foo/package-installs.yaml": "telnet:\n  uninstall: true\n  arch: arm64\n",
        "foo/element-deps": "bar\n", "bar/package-installs.yaml": "telnet:\n  not-arch: arm64\n",
      ],
    ])

  func check(_ tree: LintedTree) -> [Finding] {
    let users = tree.elements.flatMap { element in
      element.documents.flatMap(\.packages).filter(\.isUnconditional).map { (element.name, $0) }
    }
    return Dictionary(grouping: users, by: \.1.package).values.flatMap { users in
      users.filter { $0.1.action == .uninstall }.compactMap { name, entry in
        users.first { $0.1.action == .install && $0.0 != name && tree.graph.alwaysMeet($0.0, name) }
          .map { finding(about: entry, installedBy: $0.0, at: $0.1) }
      }
    }
  }

  private func finding(
    about entry: PackageInstalls.Entry, installedBy other: ElementName,
    at installation: PackageInstalls.Entry
  ) -> Finding {
    finding(
      "`\(other)`, which is in the same build, installs `\(entry.package)`", at: entry.location,
      notes: [Finding.Note("it is installed here", at: installation.location)],
      hint: "drop one of the two entries")
  }
}

extension PackageInstalls.Entry {
  /// Whether it holds for every image.
  fileprivate var isUnconditional: Bool {
    installType == nil && architectures == nil && excludedArchitectures == nil
      && pythonVersion == nil && conditions.isEmpty
  }
}
