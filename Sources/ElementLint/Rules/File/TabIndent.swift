import Diagnostics
import Documents

/// Flags tabs in the indent of documents.
struct TabIndent: FileRule {
  static let metadata = RuleMetadata(
    code: "FS206",
    name: "tab-indent",
    severity: .info,
    rationale: """
      How wide a tab is depends on the reader; in reStructuredText the width decides what belongs to
      a block. Indent with blanks.
      """,
    flagged: [["foo/README.rst": "Usage::\n\n«\t»foo\n  «\t»bar\n"]],
    accepted: [["foo/README.rst": "Usage::\n\n    foo\tbar\n"]],
    legacyNames: ["tabindent"],
    suppression: .none)

  func check(_ file: LintedFile) -> [Finding] {
    guard file.language == .markup, let text = file.text else { return [] }
    return text.indents.compactMap { indent in
      let tab = text.bytes[indent].firstIndex(of: UInt8(ascii: "\t"))
      return tab.map {
        finding(
          "tab in the indent", at: text.location($0..<($0 + 1)), hint: "use blanks",
          fix: expanding(indent, in: text))
      }
    }
  }

  /// The indent as docutils sees it, with a tab stop every eight columns.
  private func expanding(_ indent: Range<Int>, in text: SourceText) -> Finding.Fix {
    let width = text.bytes[indent].reduce(0) {
      $1 == UInt8(ascii: "\t") ? ($0 / 8 + 1) * 8 : $0 + 1
    }
    let blanks = String(repeating: " ", count: width)
    return Finding.Fix(
      "use blanks", edits: [Finding.Edit(replacing: text.location(indent), with: blanks)])
  }
}
