import Diagnostics

/// Flags files that cannot be read.
struct UnreadableFile: FileRule {
  static let metadata = RuleMetadata(
    code: "FS209",
    name: "unreadable-file",
    severity: .error,
    rationale: """
      A file that cannot be read was not checked, and a build by the same user stops when it comes to
      copy it.
      """,
    flagged: [],
    accepted: [["foo/README.rst": "foo\n"]])

  func check(_ file: LintedFile) -> [Finding] {
    guard case .unreadable(let error) = file.content else { return [] }
    return [finding("\(error.message)", at: file.location, hint: error.hint)]
  }
}
