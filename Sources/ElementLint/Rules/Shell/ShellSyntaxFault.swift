import Diagnostics
import ShellSyntax

/// Flags scripts that the shell cannot parse.
struct ShellSyntaxFault: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH816",
    name: "shell-syntax-error",
    severity: .error,
    rationale: """
      The shell reads a script as it goes and stops at the first thing it cannot parse, when the
      commands above have run already. It only warns, and so does this rule, when a here-document ends with
      the file, which is then all of it text.
      """,
    flagged: ["if true; then\n    echo foo\n«»", "cat <<«EOF»\nfoo\n"],
    accepted: ["if true; then\n    echo foo\nfi\n", "cat <<EOF\nfoo\nEOF\n"],
    suppression: .file)

  func check(_ script: LintedScript) -> [Finding] {
    errors(in: script.syntax) + unterminatedHereDocuments(in: script.syntax)
  }

  private func errors(in script: ShellScript) -> [Finding] {
    script.errors.map { error in
      let opening = error.opening.map { SourceLocation(script.path, $0) }
      return finding(
        "\(error.message)", at: SourceLocation(script.path, error.position),
        notes: opening.map { [Finding.Note("begins here", at: $0)] } ?? [], hint: error.hint)
    }
  }

  private func unterminatedHereDocuments(in script: ShellScript) -> [Finding] {
    script.hereDocuments.filter { !$0.isTerminated }.map { document in
      let delimiter = document.delimiter
      return finding(
        "no line `\(delimiter.literal ?? delimiter.text)` ends the here-document",
        at: delimiter.location, severity: .warning, hint: "end it with a line of its own")
    }
  }
}
