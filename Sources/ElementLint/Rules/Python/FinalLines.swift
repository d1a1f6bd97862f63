import Diagnostics
import PythonSyntax

/// Flags how a file ends: with blank lines, or without a line end; pycodestyle's `W292` and `W391`.
struct FinalLines: PythonRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "W292", "python-without-final-newline",
      """
      A last line without a line end joins what is appended, and shows up in every later change.
      """,
      flagged: ["x = 1«»"],
      accepted: ["x = 1\n"]),
    .python(
      "W391", "blank-line-at-end",
      """
      Blank lines at the end of a file say nothing, and make differences where there are none.
      """,
      flagged: ["x = 1\n\n«»\n"],
      accepted: ["x = 1\n"]),
  ]

  func check(_ python: LintedPython, _ report: inout PythonReport) {
    let source = python.source
    for line in python.physical.lines where line.number == source.lineCount {
      let text = source.range(ofLine: line.number)
      if !source.hasFinalNewline {
        let place = TokenPlace(line: line.number, column: source.characterCount(text))
        report.add("W292", at: place, "no newline at end of file")
      } else if text.isEmpty {
        let place = TokenPlace(line: line.number, column: 0)
        report.add("W391", at: place, "blank line at end of file")
      }
    }
  }
}
