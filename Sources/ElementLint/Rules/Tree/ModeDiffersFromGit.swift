import Diagnostics
import ElementModel
import SystemPackage

/// Flags files that are executable here and not in git, or the other way round.
struct ModeDiffersFromGit: TreeRule {
  static let metadata = RuleMetadata(
    code: "HK114",
    name: "mode-differs-from-git",
    severity: .warning,
    rationale: """
      Only executable files run as hooks. A bit that was set here and never added to git is missing
      everywhere else; one that was lost here, when files were copied or unpacked, hides what everybody
      else builds.
      """,
    flagged: [
      [
        ".git/index": .gitIndex(executable: [], other: ["foo/install.d/50-foo"]),
        "foo/install.d/«50-foo»": .executable("#!/bin/bash\n"),
      ],
      [
        ".git/index": .gitIndex(executable: ["foo/install.d/50-foo"], other: []),
        "foo/install.d/«50-foo»": "#!/bin/bash\n",
      ],
    ],
    accepted: [
      [
        ".git/index": .gitIndex(executable: ["foo/install.d/50-foo"], other: ["foo/element-deps"]),
        "foo/install.d/50-foo": .executable("#!/bin/bash\n"), "foo/element-deps": "bar\n",
        "foo/README.rst": .executable("not added yet\n"),
      ]
    ],
    suppression: .file)

  func check(_ tree: LintedTree) -> [Finding] {
    let repositories = tree.tree.searchPath.compactMap { GitIndex(around: $0) }
    guard !repositories.isEmpty else { return [] }
    return (tree.elements + tree.testElements).flatMap(\.files).compactMap { file in
      guard file.file.kind == .regular,
        let isExecutable = repositories.lazy.compactMap({ $0.isExecutable(file.file.path) }).first,
        isExecutable != file.isExecutable
      else { return nil }
      return isExecutable ? lost(file) : notAdded(file)
    }
  }

  /// A bit that git has. What is no script has it by mistake there.
  private func lost(_ file: LintedFile) -> Finding {
    finding(
      "file is executable in git, but not here", at: file.location, hint: "run `chmod +x` on it",
      fix: file.shebang == nil ? nil : .settingExecutableBit)
  }

  private func notAdded(_ file: LintedFile) -> Finding {
    finding(
      "file is executable here, but not in git", at: file.location,
      hint: "run `git add --chmod=+x` on it")
  }
}
