import Diagnostics
import ElementModel
import SystemPackage

/// Flags hooks for one type of installation that nothing puts into the phase.
struct UnlinkedInstallDirectory: TreeRule {
  static let metadata = RuleMetadata(
    code: "HK112",
    name: "unlinked-install-directory",
    severity: .error,
    rationale: """
      The hooks in `install.d/NAME-source-install` and `install.d/NAME-package-install` run only if the
      element `install-types` links those of the chosen type into the phase. Without it among the
      dependencies they are skipped without a word, unless another element of the build happens to
      need it.
      """,
    flagged: [
      [
        "foo/«install.d/foo-source-install»/50-foo": .executable("#!/bin/bash\n"),
        "foo/element-deps": "bar\n", "bar/README.rst": "",
      ]
    ],
    accepted: [
      [
        "foo/install.d/foo-source-install/50-foo": .executable("#!/bin/bash\n"),
        "foo/element-deps": "bar\n", "bar/element-deps": "install-types\n",
        "install-types/README.rst": "",
      ]
    ],
    suppression: .none)

  func check(_ tree: LintedTree) -> [Finding] {
    tree.elements.flatMap { element -> [Finding] in
      let directories = element.files.filter(\.isInstallDirectory)
      guard !directories.isEmpty, tree.isComplete(element),
        !tree.brings("install-types", with: element)
      else { return [] }
      return directories.map {
        finding(
          "nothing links the hooks of `\($0.name)` into the phase", at: $0.location,
          notes: [Finding.Note("the dependencies", at: element.dependenciesLocation)],
          hint: "add `install-types` to `element-deps`")
      }
    }
  }
}

extension LintedFile {
  /// Whether it is a directory of hooks for one type of installation.
  var isInstallDirectory: Bool {
    file.isDirectory && relativePath.removingLastComponent() == FilePath(HookPhase.install.rawValue)
      && name.hasSuffix("-install")
  }
}
