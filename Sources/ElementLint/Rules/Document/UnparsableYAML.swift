import Diagnostics

/// Flags YAML files that cannot be parsed.
struct UnparsableYAML: DocumentRule {
  static let metadata = RuleMetadata(
    code: "FS210",
    name: "unparsable-yaml",
    severity: .error,
    rationale: """
      Whatever reads the file will refuse it. The element's own files have rules of their own;
      templates, and files of several documents, are not looked at.
      """,
    flagged: [["foo/tests/boots.yaml": "description: [a, b\n«»"]],
    accepted: [
      ["foo/tests/boots.yaml": "description: [a, b]\n"],
      ["foo/os-apply-config/etc/foo.yaml": "{{#bar}}\nbar: [{{.}}\n{{/bar}}\n"],
    ],
    suppression: .file)

  func check(_ document: LintedDocument) -> [Finding] {
    guard document.file.language == .yaml, let error = document.syntaxError else { return [] }
    return [
      finding("\(error.message)", at: error.location ?? document.file.location, hint: error.hint)
    ]
  }
}
