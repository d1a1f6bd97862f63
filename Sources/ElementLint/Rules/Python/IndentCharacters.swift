import Diagnostics
import PythonSyntax

/// Flags tabs in indents, and indents of mixed characters; pycodestyle's `E101` and `W191`.
struct IndentCharacters: PythonRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E101", "mixed-indent",
      """
      An indent of tabs and blanks looks different in every editor. The first indented line of the
      file says which of the two its indents are made of.
      """,
      flagged: ["if x:\n    y = (1,\n«»\t 2)\n"],
      accepted: ["if x:\n    y = 1\n"]),
    .python(
      "W191", "tab-indented-code",
      """
      Indents are made of blanks: the width of a tab is a matter of taste.
      """,
      flagged: ["if x:\n«»\ty = 1\n"],
      accepted: ["if x:\n    y = 1\n"]),
  ]

  func check(_ python: LintedPython, _ report: inout PythonReport) {
    guard let first = python.indentCharacter else { return }
    for line in python.physical.lines {
      let text = python.source.range(ofLine: line.number)
      let indent = python.source.bytes[text].prefix { $0 == 0x20 || $0 == tab }
      guard !indent.isEmpty else { continue }
      if let index = indent.firstIndex(where: { $0 != first }) {
        let place = TokenPlace(line: line.number, column: index - text.lowerBound)
        report.add("E101", at: place, "indentation contains mixed spaces and tabs")
      }
      if let index = indent.firstIndex(of: tab) {
        let place = TokenPlace(line: line.number, column: index - text.lowerBound)
        report.add("W191", at: place, "indentation contains tabs")
      }
    }
  }

  private let tab: UInt8 = 0x09
}
