import Diagnostics
import ElementModel

/// Flags hooks whose names do not begin with a number.
struct HookWithoutNumber: FileRule {
  static let metadata = RuleMetadata(
    code: "HK103",
    name: "hook-without-number",
    severity: .warning,
    rationale: """
      Hooks run in the order of the number their names begin with. A name without one counts as 0,
      so the hook runs before all others, which is rarely meant.
      """,
    flagged: [["foo/install.d/«foo»": .executable("#!/bin/bash\n")]],
    accepted: [
      ["foo/install.d/50-foo": .executable("#!/bin/bash\n")],
      ["foo/install.d/foo": "read by a hook\n"],
    ],
    suppression: .file)

  func check(_ file: LintedFile) -> [Finding] {
    guard file.isRunnableHook, !file.hasLeadingNumber else { return [] }
    return [
      finding(
        "hook has no number, so it runs before all others", at: file.location,
        hint: "begin its name with a number, such as `50-\(file.name)`")
    ]
  }
}
