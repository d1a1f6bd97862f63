import Diagnostics

/// Flags environment files with the executable bit.
struct ExecutableEnvironmentFile: FileRule {
  static let metadata = RuleMetadata(
    code: "EN703",
    name: "executable-environment-file",
    severity: .warning,
    rationale: """
      Files in `environment.d` are sourced, never run. An executable bit suggests a program of its
      own, whose assignments would be lost.
      """,
    flagged: [["foo/environment.d/«10-foo»": .executable("export FOO=1\n")]],
    accepted: [["foo/environment.d/10-foo": "export FOO=1\n"]],
    suppression: .file)

  func check(_ file: LintedFile) -> [Finding] {
    guard file.role == .environment, file.isExecutable else { return [] }
    return [
      finding(
        "sourced file is executable", at: file.location, hint: "run `chmod -x` on it",
        fix: .droppingExecutableBit)
    ]
  }
}
