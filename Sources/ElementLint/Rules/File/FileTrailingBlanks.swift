import Diagnostics
import Documents

/// Flags blanks at the ends of lines.
struct FileTrailingBlanks: FileRule {
  static let metadata = RuleMetadata(
    code: "FS207",
    name: "file-trailing-blanks",
    severity: .info,
    rationale: """
      Blanks at the end of a line are not seen and show up in every comparison. Scripts have rules of
      their own.
      """,
    flagged: [
      ["foo/README.rst": "===\nfoo\n===«  »\n\nUsage.«\t»\n"],
      ["foo/package-installs.yaml": "vim:« »\n"],
    ],
    accepted: [
      ["foo/README.rst": "===\nfoo\n===\n\nUsage.\n"],
      ["foo/README.md": "A line  \nand its break.\n"],
      ["foo/static/etc/motd": "Welcome  \n"],
    ])

  func check(_ file: LintedFile) -> [Finding] {
    guard isChecked(file), let text = file.text else { return [] }
    // In a block of text, blanks may be meant.
    let isSafe = file.language != .yaml
    return text.trailingBlanks.map { range in
      let place = text.location(range)
      let edit = Finding.Edit(replacing: place, with: "")
      return finding(
        "line ends with blanks", at: place, hint: "remove them",
        fix: Finding.Fix("remove the blanks", edits: [edit], isSafe: isSafe))
    }
  }

  private func isChecked(_ file: LintedFile) -> Bool {
    switch file.language {
    case .yaml, .json, .list: !file.isPayload
    // In Markdown two blanks break the line.
    case .markup: !file.name.hasSuffix(".md")
    case .shell, .python, .text: false
    }
  }
}

extension SourceText {
  /// The blanks and tabs at the ends of the lines that have some, in order.
  fileprivate var trailingBlanks: [Range<Int>] {
    guard lineCount > 0 else { return [] }
    return (1...lineCount).compactMap { line in
      let range = range(ofLine: line)
      let last = bytes[range].lastIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
      let start = last.map { $0 + 1 } ?? range.lowerBound
      return start < range.upperBound ? start..<range.upperBound : nil
    }
  }
}
