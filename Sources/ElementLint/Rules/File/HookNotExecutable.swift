import Diagnostics
import ElementModel

/// Flags what is meant as a hook but is skipped for want of the executable bit.
struct HookNotExecutable: FileRule {
  static let metadata = RuleMetadata(
    code: "HK101",
    name: "hook-not-executable",
    severity: .error,
    rationale: """
      Only executable files in a phase directory are run; the others are skipped without a word. A
      script, or a file with a number like those of hooks, is surely meant to run: `chmod +x` it.
      """,
    flagged: [
      ["foo/install.d/«50-foo»": "#!/bin/bash\n"],
      ["foo/finalise.d/«10-bar»": "echo bar\n"],
    ],
    accepted: [
      ["foo/install.d/50-foo": .executable("#!/bin/bash\n")],
      ["foo/install.d/foo.conf": "color=blue\n"],
      ["foo/install.d/package-installs-foo": "vim\n"],
    ],
    legacyNames: ["executable"],
    suppression: .file)

  func check(_ file: LintedFile) -> [Finding] {
    guard case .hook(let phase) = file.role, file.isRegular, !file.isExecutable,
      RunParts.accepts(file.name), file.shebang != nil || file.hasHookNumber
    else { return [] }
    return [
      finding(
        "hook is not executable, so `\(phase.rawValue)` skips it", at: file.location,
        hint: "run `chmod +x` on it", fix: .settingExecutableBit)
    ]
  }
}
