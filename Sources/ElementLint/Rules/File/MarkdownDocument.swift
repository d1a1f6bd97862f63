import Diagnostics
import SystemPackage

/// Flags documents in Markdown.
struct MarkdownDocument: FileRule {
  static let metadata = RuleMetadata(
    code: "DC102",
    name: "markdown-document",
    severity: .info,
    rationale: """
      Elements are documented in reStructuredText: the pages are included in a manual that reads
      nothing else.
      """,
    flagged: [["foo/«README.md»": "# foo\n"]],
    accepted: [["foo/README.rst": "===\nfoo\n===\n"]],
    legacyNames: ["mddocs"],
    suppression: .none)

  func check(_ file: LintedFile) -> [Finding] {
    guard FilePath(file.name).extension == "md" else { return [] }
    return [
      finding(
        "document is Markdown", at: file.location, hint: "convert it to reStructuredText")
    ]
  }
}
