import Diagnostics
import ElementModel

/// Flags files among hooks that are no hooks.
struct DataInPhaseDirectory: FileRule {
  static let metadata = RuleMetadata(
    code: "HK111",
    name: "data-in-phase-directory",
    severity: .info,
    rationale: """
      A phase directory is read as the list of what runs in the phase. Keep data that hooks need in a
      directory of its own, which is copied beside the phases.
      """,
    flagged: [
      ["foo/install.d/«foo.conf»": "color=blue\n"],
      ["foo/install.d/«50-foo.conf»": "color=blue\n"],
    ],
    accepted: [
      ["foo/install.d/50-foo": .executable("#!/bin/bash\n")],
      ["foo/install.d/50-foo": "#!/bin/bash\n"],
      ["foo/install.d/foo/foo.conf": "color=blue\n", "foo/conf/foo.conf": "color=blue\n"],
      ["foo/install.d/package-installs-foo": "vim\n"],
    ],
    suppression: .file,
    isOptIn: true)

  func check(_ file: LintedFile) -> [Finding] {
    guard case .hook(let phase) = file.role, file.isRegular, !file.isExecutable,
      file.shebang == nil, !file.isPackageList,
      !(RunParts.accepts(file.name) && file.hasHookNumber)
    else { return [] }
    return [
      finding(
        "file among the hooks of `\(phase.rawValue)` is no hook", at: file.location,
        hint: "keep it in a directory beside `\(phase.rawValue)`")
    ]
  }
}
