import Diagnostics
import SystemPackage

/// Flags files that two elements put at the same place of the merged hook tree.
struct DuplicateHook: TreeRule {
  static let metadata = RuleMetadata(
    code: "HK105",
    name: "duplicate-hook",
    severity: .error,
    rationale: """
      The first-level directories of all elements of a build are merged, and the build stops when two
      elements bring the same file. A warning where a build may hold both elements, an error where
      the dependencies of an element hold both.
      """,
    flagged: [
      [
        "foo/install.d/«50-setup»": .executable("#!/bin/bash\n"),
        "bar/install.d/«50-setup»": .executable("#!/bin/bash\n"),
      ]
    ],
    accepted: [
      [
        "foo/install.d/50-foo": .executable("#!/bin/bash\n"),
        "bar/install.d/50-bar": .executable("#!/bin/bash\n"),
      ],
      [
        "foo/element-provides": "operating-system\n",
        "foo/root.d/10-setup": .executable("#!/bin/bash\n"),
        "bar/element-provides": "operating-system\n",
        "bar/root.d/10-setup": .executable("#!/bin/bash\n"),
      ],
    ],
    suppression: .file)

  func check(_ tree: LintedTree) -> [Finding] {
    tree.collisions(of: tree.elements.flatMap(claims)).map { collision in
      finding(
        "\(collision.others("has", plural: "have")) a file of the same name in this directory",
        at: collision.claim.location, severity: collision.severity,
        notes: collision.notes("the other file"), hint: "rename one of them")
    }
  }

  /// The files that are copied by name into the merged tree.
  private func claims(of element: LintedElement) -> [Claim] {
    element.files
      .filter { $0.isRegular && isMerged($0) }
      .map { Claim(element: element.name, subject: $0.relativePath.string, location: $0.location) }
  }

  private func isMerged(_ file: LintedFile) -> Bool {
    let names = file.relativePath.components.map(\.string)
    return names.count == 2 && !["tests", "__pycache__"].contains(names[0])
      && !names[1].hasPrefix(".")
  }
}
