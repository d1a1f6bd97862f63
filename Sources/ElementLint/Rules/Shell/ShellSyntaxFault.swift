import Diagnostics
import Documents
import ShellSyntax

/// Flags scripts that the shell cannot parse.
struct ShellSyntaxFault: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH816",
    name: "shell-syntax-error",
    severity: .error,
    rationale: """
      The shell reads a script as it goes and stops at the first thing it cannot parse, when the
      commands above have run already.
      """,
    flagged: ["if true; then\n    echo foo\n«»"],
    accepted: ["if true; then\n    echo foo\nfi\n", "cat <<EOF\nfoo\nEOF\n"],
    aliases: ["E040"],
    suppression: .file)

  func check(_ script: LintedScript) -> [Finding] {
    script.syntax.errors.map { error in
      let opening = error.opening.map { SourceLocation(script.text.path, $0) }
      return finding(
        "\(error.message)", at: SourceLocation(script.text.path, error.position),
        notes: opening.map { [Finding.Note("begins here", at: $0)] } ?? [], hint: error.hint)
    }
  }
}
