import Diagnostics

/// Flags the executable bit on files that cannot be executed.
struct ExecutableData: FileRule {
  static let metadata = RuleMetadata(
    code: "HK109",
    name: "executable-data",
    severity: .warning,
    rationale: """
      An executable bit on a README, a list of packages or a unit file means nothing, confuses
      readers and tools, and travels into the image with the file. Drop it with `chmod -x`.
      """,
    flagged: [["foo/«README.rst»": .executable("===\nfoo\n===\n")]],
    accepted: [
      ["foo/README.rst": "===\nfoo\n===\n"],
      ["foo/bin/foo": .executable("#!/bin/bash\n")],
    ],
    suppression: .file)

  func check(_ file: LintedFile) -> [Finding] {
    guard isData(file), let text = file.text, file.shebang == nil, !text.startsWithByteOrderMark,
      file.isExecutable
    else { return [] }
    return [
      finding(
        "file is executable but no script", at: file.location, hint: "run `chmod -x` on it",
        fix: .droppingExecutableBit)
    ]
  }

  /// Files with a rule of their own are left to it.
  private func isData(_ file: LintedFile) -> Bool {
    switch file.role {
    case .hook, .environment, .packageMap: false
    default: true
    }
  }
}
