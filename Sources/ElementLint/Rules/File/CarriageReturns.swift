import Diagnostics

/// Flags lines that end as on Windows.
struct CarriageReturns: FileRule {
  static let metadata = RuleMetadata(
    code: "FS201",
    name: "carriage-returns",
    severity: .error,
    rationale: """
      A carriage return before the line feed becomes part of the last word: the kernel looks for an
      interpreter called `bash\\r`, and the shell for a command called `fi\\r`.
      """,
    flagged: [
      "#!/bin/bash«\r»\necho foo\r\n",
      ["foo/element-deps": "base\nfoo«\r»\n"],
    ],
    accepted: ["#!/bin/bash\necho foo\n", ["foo/static/notes.txt": "foo\r\n"]],
    suppression: .file)

  func check(_ file: LintedFile) -> [Finding] {
    guard file.language.isSource, let text = file.text else { return [] }
    let returns = text.carriageReturns
    guard let first = returns.first else { return [] }
    let edits = returns.map { Finding.Edit(replacing: text.location($0), with: "") }
    return [
      finding(
        "line ends with a carriage return", at: text.location(first),
        hint: "convert the file with `sed -i 's/\\r$//'`",
        fix: Finding.Fix("remove the carriage returns", edits: edits))
    ]
  }
}
