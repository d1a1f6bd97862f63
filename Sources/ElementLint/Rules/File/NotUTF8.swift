import Diagnostics

/// Flags text in another encoding than UTF-8.
struct NotUTF8: FileRule {
  static let metadata = RuleMetadata(
    code: "FS208",
    name: "not-utf-8",
    severity: .error,
    rationale: """
      Text is read as UTF-8 everywhere: by the builder, by Python and YAML, by the manual. Other
      bytes are shown wrongly or refused. An error in YAML and JSON, whose readers refuse them, a
      warning elsewhere.
      """,
    flagged: [
      ["foo/README.rst": .latin1("caf«é»\n")],
      ["foo/package-installs.yaml": .latin1("# caf«é»\nvim:\n")],
    ],
    accepted: [["foo/README.rst": "café\n"]])

  func check(_ file: LintedFile) -> [Finding] {
    guard file.language.isSource || file.language == .markup, let text = file.text,
      let offset = text.firstInvalidByte
    else { return [] }
    return [
      finding(
        "file is not UTF-8", at: text.location(offset..<(offset + 1)),
        severity: [.yaml, .json].contains(file.language) ? .error : .warning,
        hint: "convert it with `iconv -f latin1 -t utf-8`")
    ]
  }
}
