import Diagnostics
import ShellSyntax

/// Flags here-documents that end with the file; bashate's rule.
struct UnterminatedHereDocument: ShellRule {
  static let metadata = RuleMetadata(
    code: "E012",
    name: "unterminated-here-document",
    severity: .warning,
    rationale: """
      Where no line holds the delimiter alone, all the rest of the script is text and none of it is run.
      The shell only warns. A blank behind the delimiter is enough to hide it.
      """,
    flagged: ["cat <<«EOF»\nfoo\nEOF \n"],
    accepted: ["cat <<EOF\nfoo\nEOF\n"],
    suppression: .file)

  func check(_ script: LintedScript) -> [Finding] {
    script.syntax.hereDocuments.filter { !$0.isTerminated }.map { document in
      let delimiter = document.delimiter
      return finding(
        "no line `\(delimiter.literal ?? delimiter.text)` ends the here-document",
        at: delimiter.location, hint: "end it with a line of its own")
    }
  }
}
