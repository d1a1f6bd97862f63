import Diagnostics
import ElementModel

/// Flags environment files whose names the hook runner does not take.
struct EnvironmentNameIgnored: FileRule {
  static let metadata = RuleMetadata(
    code: "EN704",
    name: "environment-name-ignored",
    severity: .error,
    rationale: """
      Of `environment.d` only names of letters, digits, `_`, `.` and `-` are sourced; anything else
      is skipped without a word.
      """,
    flagged: [["foo/environment.d/«10-foo~»": "export FOO=1\n"]],
    accepted: [["foo/environment.d/10-foo.bash": "export FOO=1\n"]],
    suppression: .file)

  func check(_ file: LintedFile) -> [Finding] {
    guard file.role == .environment, file.isRegular, !RunParts.acceptsEnvironment(file.name) else {
      return []
    }
    return [
      finding(
        "file with such a name is not sourced", at: file.location,
        hint: "use only letters, digits, `_`, `.` and `-`")
    ]
  }
}
