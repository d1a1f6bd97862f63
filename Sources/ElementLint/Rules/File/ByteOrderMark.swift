import Diagnostics

/// Flags a byte order mark at the start of a file.
struct ByteOrderMark: FileRule {
  static let metadata = RuleMetadata(
    code: "FS202",
    name: "byte-order-mark",
    severity: .error,
    rationale: """
      UTF-8 needs no byte order mark. Before `#!` it keeps the kernel from running the script, and
      in a list it becomes part of the first name.
      """,
    flagged: [
      ["foo/install.d/50-foo": .executable("«\u{FEFF}»#!/bin/bash\n")],
      ["foo/element-deps": "«\u{FEFF}»base\n"],
    ],
    accepted: [["foo/element-deps": "base\n"]],
    suppression: .none)

  func check(_ file: LintedFile) -> [Finding] {
    guard !file.isPayload, let text = file.text, text.startsWithByteOrderMark else { return [] }
    let mark = text.location(0..<3)
    return [
      finding(
        "file starts with a byte order mark", at: mark, hint: "save it as UTF-8 without the mark",
        fix: Finding.Fix("remove the mark", edits: [Finding.Edit(replacing: mark, with: "")]))
    ]
  }
}
