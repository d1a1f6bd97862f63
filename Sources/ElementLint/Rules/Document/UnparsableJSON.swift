import Diagnostics

/// Flags JSON files that cannot be parsed.
struct UnparsableJSON: DocumentRule {
  static let metadata = RuleMetadata(
    code: "FS211",
    name: "unparsable-json",
    severity: .error,
    rationale: """
      Whatever reads the file will refuse it: JSON has no comments and no comma behind the last
      value. The element's own files have rules of their own; templates are not looked at.
      """,
    flagged: [
      ["foo/static/etc/foo.json": "{\"bar\": 1,«»}\n"],
      ["«foo/static/etc/foo.json»": "\n"],
    ],
    accepted: [
      ["foo/static/etc/foo.json": "{\"bar\": 1}\n"],
      ["foo/static/etc/foo.json": "{\"bar\": \"\\ud800\"}\n"],
    ],
    suppression: .none)

  func check(_ document: LintedDocument) -> [Finding] {
    guard document.file.language == .json, let error = document.syntaxError else { return [] }
    return [
      finding("\(error.message)", at: error.location ?? document.file.location, hint: error.hint)
    ]
  }
}
