import Diagnostics
import ElementModel

/// Flags hooks of one phase with the same number.
struct SharedHookNumber: ElementRule {
  static let metadata = RuleMetadata(
    code: "HK104",
    name: "shared-hook-number",
    severity: .info,
    rationale: """
      Hooks with the same number run in the order of their whole names, which may change: one day
      they may run side by side. Where the order matters, say so by the number.
      """,
    flagged: [
      [
        "foo/install.d/50-bar": .executable("#!/bin/bash\n"),
        "foo/install.d/«50-foo»": .executable("#!/bin/bash\n"),
      ]
    ],
    accepted: [
      [
        "foo/install.d/50-bar": .executable("#!/bin/bash\n"),
        "foo/install.d/51-foo": .executable("#!/bin/bash\n"),
        "foo/finalise.d/50-foo": .executable("#!/bin/bash\n"),
      ]
    ],
    suppression: .file,
    isOptIn: true)

  func check(_ element: LintedElement) -> [Finding] {
    var first = [FileRole: [Int: LintedFile]]()
    return element.files.filter { $0.isRunnableHook && $0.hasLeadingNumber }.compactMap { hook in
      let number = RunParts.number(of: hook.name)
      guard let other = first[hook.role]?[number] else {
        first[hook.role, default: [:]][number] = hook
        return nil
      }
      return finding(
        "`\(other.name)` has the same number", at: hook.location,
        notes: [Finding.Note("the other hook", at: other.location)],
        hint: "give each hook a number of its own")
    }
  }
}
