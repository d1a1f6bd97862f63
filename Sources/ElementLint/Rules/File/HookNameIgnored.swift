import Diagnostics
import ElementModel

/// Flags executables in a phase directory whose names the hook runner does not take.
struct HookNameIgnored: FileRule {
  static let metadata = RuleMetadata(
    code: "HK102",
    name: "hook-name-ignored",
    severity: .error,
    rationale: """
      The hook runner takes names of letters, digits, `_` and `-` only. Anything else, such as
      `10-foo.sh`, is skipped without a word. Rename the hook, or, if it is a helper that other hooks
      call, keep it outside the phase directory or drop its executable bit.
      """,
    flagged: [["foo/install.d/«50-foo.sh»": .executable("#!/bin/bash\n")]],
    accepted: [
      ["foo/install.d/50-foo": .executable("#!/bin/bash\n")],
      ["foo/install.d/foo.conf": "color=blue\n"],
    ])

  func check(_ file: LintedFile) -> [Finding] {
    guard case .hook(let phase) = file.role, file.isRegular, file.isExecutable,
      !RunParts.accepts(file.name)
    else { return [] }
    return [
      finding(
        "`\(phase.rawValue)` skips executables with such a name", at: file.location,
        hint: "use only letters, digits, `_` and `-`, or drop the executable bit")
    ]
  }
}
