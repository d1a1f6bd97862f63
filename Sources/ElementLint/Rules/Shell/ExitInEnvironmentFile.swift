import Diagnostics
import ShellSyntax

/// Flags `exit` in files that are sourced.
struct ExitInEnvironmentFile: ShellRule {
  static let metadata = RuleMetadata(
    code: "EN710",
    name: "exit-in-environment-file",
    severity: .info,
    rationale: """
      Environment files are sourced, so `exit` ends the hook runner: `exit 0` skips all hooks of the phase
      without a word, `exit 1` stops the build. To leave the file, use `return`.
      """,
    flagged: [["foo/environment.d/10-foo": "if [ -z \"$FOO\" ]; then\n    «exit 1»\nfi\n"]],
    accepted: [
      ["foo/environment.d/10-foo": "if [ -z \"$FOO\" ]; then\n    return 0\nfi\n"],
      ["foo/environment.d/10-foo": "FOO=$(exit 1) || FOO=bar\n"],
    ])

  func check(_ script: LintedScript) -> [Finding] {
    guard script.file.role == .environment else { return [] }
    return script.syntax.commands(named: "exit").filter { !$0.context.isInSubshell }.map { exit in
      let isSilent = exit.arguments.first?.literal == "0"
      return finding(
        isSilent ? "this skips all hooks of the phase" : "this ends the whole phase",
        at: exit.location,
        hint: "use `return` to leave the file")
    }
  }
}
