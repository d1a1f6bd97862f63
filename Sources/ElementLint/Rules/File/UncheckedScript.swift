import Diagnostics
import ElementModel

/// Flags scripts that are no text, or too large to be looked into.
struct UncheckedScript: FileRule {
  static let metadata = RuleMetadata(
    code: "HK117",
    name: "unchecked-script",
    severity: .warning,
    rationale: """
      A script with NUL bytes in it, or of more than four megabytes, was not looked into: no other rule
      holds for it. The shell drops NUL bytes with a warning, or takes the file for a binary. Keep data in files
      of its own.
      """,
    flagged: [["foo/install.d/«50-foo»": .executable("#!/bin/bash\necho \0\n")]],
    accepted: [
      ["foo/install.d/50-foo": .executable("#!/bin/bash\n")],
      ["foo/install.d/50-foo": .executable("\u{7F}ELF\0\0\0")],
    ],
    suppression: .none)

  func check(_ file: LintedFile) -> [Finding] {
    guard case .binary(let isScript) = file.content, isScript || file.role == .environment else {
      return []
    }
    return [
      finding(
        "script is no text, or too large, and was not checked", at: file.location,
        hint: "keep data in files of its own")
    ]
  }
}
