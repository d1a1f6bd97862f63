import Diagnostics

/// Flags package maps with the executable bit.
struct ExecutablePackageMap: FileRule {
  static let metadata = RuleMetadata(
    code: "PK422",
    name: "executable-pkg-map",
    severity: .warning,
    rationale: """
      Old versions ran an executable `pkg-map` instead of reading it, and other linters skip it. A
      package map is data.
      """,
    flagged: [["foo/«pkg-map»": .executable("{}\n")]],
    accepted: [["foo/pkg-map": "{}\n"]],
    suppression: .none)

  func check(_ file: LintedFile) -> [Finding] {
    guard file.role == .packageMap, file.isExecutable else { return [] }
    return [
      finding(
        "`pkg-map` is executable", at: file.location, hint: "run `chmod -x` on it",
        fix: .droppingExecutableBit)
    ]
  }
}
