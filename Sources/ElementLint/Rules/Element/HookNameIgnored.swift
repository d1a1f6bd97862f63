import Diagnostics
import Documents
import ElementModel
import SystemPackage

/// Flags executables in a phase directory whose names the hook runner does not take.
struct HookNameIgnored: ElementRule {
  static let metadata = RuleMetadata(
    code: "HK102",
    name: "hook-name-ignored",
    severity: .error,
    rationale: """
      The hook runner takes names of letters, digits, `_` and `-` only. Anything else, such as
      `10-foo.sh`, is skipped without a word. Rename the hook. A file without a number that a hook of
      the phase names is its helper, and only remarked on: keep it outside the phase directory or
      drop its executable bit.
      """,
    flagged: [
      ["foo/install.d/«50-foo.sh»": .executable("#!/bin/bash\n")],
      [
        "foo/install.d/50-foo": .executable("#!/bin/bash\n$(dirname $0)/foo.sh\n"),
        "foo/install.d/«foo.sh»": .executable("#!/bin/bash\n"),
      ],
    ],
    accepted: [
      ["foo/install.d/50-foo": .executable("#!/bin/bash\n")],
      ["foo/install.d/foo.conf": "color=blue\n"],
    ],
    suppression: .file)

  func check(_ element: LintedElement) -> [Finding] {
    element.files.compactMap { file in
      guard case .hook(let phase) = file.role, file.isExecutable, !RunParts.accepts(file.name)
      else { return nil }
      let isHelper = !file.hasHookNumber && element.hasHook(of: phase, thatNames: file.name)
      return finding(
        "`\(phase.rawValue)` skips executables with such a name", at: file.location,
        severity: isHelper ? .info : .error,
        hint: isHelper
          ? "keep the helper outside `\(phase.rawValue)`, or drop its executable bit"
          : "use only letters, digits, `_` and `-`, or drop the executable bit",
        fix: isHelper ? nil : renaming(file, in: element))
    }
  }

  /// The name without the suffix of its language, and with dashes for what the hook runner skips.
  private func renaming(_ file: LintedFile, in element: LintedElement) -> Finding.Fix? {
    let stem =
      ["sh", "bash", "py"].contains(FilePath(file.name).extension)
      ? FilePath(file.name).stem ?? file.name : file.name
    let name = String(stem.map { RunParts.accepts(String($0)) ? $0 : "-" })
    return .renaming(file, to: name, in: element, isSafe: false)
  }
}

extension LintedElement {
  /// Whether a hook that runs in the phase names the file.
  fileprivate func hasHook(of phase: HookPhase, thatNames name: String) -> Bool {
    files.contains { file in
      guard file.role == .hook(phase), file.isRunnableHook, let text = file.text else {
        return false
      }
      return String(decoding: text.bytes, as: UTF8.self).contains(name)
    }
  }
}
