import Diagnostics
import ElementModel

/// Flags hooks whose numbers are meant for the builder's own.
struct HookNumberOutOfRange: FileRule {
  static let metadata = RuleMetadata(
    code: "HK110",
    name: "hook-number-out-of-range",
    severity: .info,
    rationale: """
      The numbers below 10 and above 90 are left to the elements that every build needs: what comes
      before anything else can work, and what cleans up behind all others.
      """,
    flagged: [["foo/install.d/«05-foo»": .executable("#!/bin/bash\n")]],
    accepted: [
      ["foo/install.d/10-foo": .executable("#!/bin/bash\n")],
      ["foo/install.d/90-foo": .executable("#!/bin/bash\n")],
      ["foo/install.d/foo": .executable("#!/bin/bash\n")],
    ],
    suppression: .file,
    isOptIn: true)

  func check(_ file: LintedFile) -> [Finding] {
    guard file.isRunnableHook, file.hasLeadingNumber,
      !(10...90).contains(RunParts.number(of: file.name))
    else { return [] }
    return [
      finding(
        "number of the hook is not between 10 and 90", at: file.location,
        hint: "choose a number from 10 to 90")
    ]
  }
}
