import Diagnostics
import ElementModel
import SystemPackage

/// Flags directories among hooks that no hook names.
struct UnreadPhaseDirectory: ElementRule {
  static let metadata = RuleMetadata(
    code: "HK113",
    name: "unread-phase-directory",
    severity: .warning,
    rationale: """
      The hook runner does not look into directories. What is in a sub-directory of a phase counts only
      if a hook reads or runs it, and none of this element names it.
      """,
    flagged: [
      [
        "foo/install.d/50-foo": .executable("#!/bin/bash\n"),
        "foo/«install.d/extra»/60-bar": .executable("#!/bin/bash\n"),
      ]
    ],
    accepted: [
      [
        "foo/install.d/50-foo": .executable("#!/bin/bash\ncp $(dirname $0)/extra/* /etc\n"),
        "foo/install.d/extra/bar": "color=blue\n",
      ],
      ["foo/install.d/foo-source-install/60-bar": .executable("#!/bin/bash\n")],
    ],
    suppression: .none)

  func check(_ element: LintedElement) -> [Finding] {
    let directories = element.files.filter {
      $0.phaseOfDirectory != nil && !$0.isInstallDirectory && $0.name != "__pycache__"
    }
    let read = element.sourceWords(among: directories.map(\.name))
    return directories.filter { !read.contains($0.name) }.map { directory in
      let phase = directory.phaseOfDirectory?.rawValue ?? ""
      return finding(
        "no hook names `\(directory.name)`, into which `\(phase)` does not look",
        at: directory.location, hint: "move its hooks up, or remove it")
    }
  }
}

extension LintedFile {
  /// The phase in whose directory this one is, if it is one.
  fileprivate var phaseOfDirectory: HookPhase? {
    let names = relativePath.components.map(\.string)
    guard names.count == 2, file.isDirectory else { return nil }
    return HookPhase(rawValue: names[0])
  }
}
