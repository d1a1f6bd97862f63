import Diagnostics
import ElementModel

/// Flags scripts outside the phases that lack the executable bit.
struct ScriptNotExecutable: FileRule {
  static let metadata = RuleMetadata(
    code: "HK115",
    name: "script-not-executable",
    severity: .warning,
    rationale: """
      A `#!` line says that a file is meant to be run, the missing executable bit says that it is
      not. Set the bit, or drop the line from files that are only sourced or imported.
      """,
    flagged: [["foo/static/usr/bin/«foo»": "#!/bin/sh\n"]],
    accepted: [
      ["foo/static/usr/bin/foo": .executable("#!/bin/sh\n")],
      ["foo/environment.d/10-foo": "#!/bin/bash\n"],
    ],
    legacyNames: ["executable"],
    suppression: .file)

  func check(_ file: LintedFile) -> [Finding] {
    guard file.shebang != nil, !file.isExecutable, !isLeftToOthers(file) else { return [] }
    return [
      finding(
        "script has a `#!` line but is not executable", at: file.location,
        hint: "run `chmod +x` on it, or remove the line")
    ]
  }

  private func isLeftToOthers(_ file: LintedFile) -> Bool {
    switch file.role {
    case .environment: true
    case .hook: RunParts.accepts(file.name)
    default: false
    }
  }
}
