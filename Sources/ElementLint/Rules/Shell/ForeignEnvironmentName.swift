import Diagnostics
import ShellSyntax

/// Flags settings for users whose names the builder does not pass on.
struct ForeignEnvironmentName: ShellRule {
  static let metadata = RuleMetadata(
    code: "EN706",
    name: "foreign-environment-name",
    severity: .info,
    rationale: """
      A setting whose default can be replaced by the user's value should be called `DIB_…`: such names show up
      in the record of the build and collide with nobody else's.
      """,
    flagged: [["foo/environment.d/10-foo": "export «FOO_MODE=${FOO_MODE:-fast}»\n"]],
    accepted: [
      ["foo/environment.d/10-foo": "export DIB_FOO_MODE=${DIB_FOO_MODE:-fast}\n"],
      ["foo/environment.d/10-foo": "export FOO_HOME=/opt/foo\n"],
      ["foo/environment.d/10-foo": "export DISTRO_NAME=${DISTRO_NAME:-debian}\n"],
    ])

  /// Names that are a contract between elements.
  private static let shared: Set = ["DISTRO_NAME", "EFI_BOOT_DIR", "PATH", "YUM"]

  func check(_ script: LintedScript) -> [Finding] {
    guard script.file.role == .environment else { return [] }
    return script.syntax.assignments
      .filter { script.variables.exported.contains($0.name) }
      .filter {
        !$0.name.hasPrefix("DIB_") && !Self.shared.contains($0.name)
          && !BuilderVariables.isSet($0.name) && $0.value.text.contains("${\($0.name):")
      }
      .map { assignment in
        finding(
          "a setting for users is not called `DIB_…`", at: assignment.location,
          hint: "call it `DIB_\(assignment.name)`")
      }
  }
}
