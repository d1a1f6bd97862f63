import Diagnostics
import PythonSyntax

/// Flags the indents of statements and comments; pycodestyle's `E111` to `E117`.
struct BlockIndent: PythonRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E111", "odd-indent", "A level of indent is four blanks, or what `indent-size` says.",
      flagged: ["if x:\n  «»y = 1\n"], accepted: ["if x:\n    y = 1\n"]),
    .python(
      "E112", "missing-indent",
      "The body of a block is indented. A form feed can deceive the eye, where it does not Python.",
      flagged: ["\u{C}\u{C}\u{C}\u{C}if x:\n    «»y = 1\n"], accepted: ["if x:\n    y = 1\n"],
      severity: .error),
    .python(
      "E113", "unexpected-indent",
      "Only bodies are indented. A form feed can deceive the eye, where it does not Python.",
      flagged: ["x = 1\n\u{C}\u{C}\u{C}\u{C}«»y = 1\n"], accepted: ["x = 1\ny = 1\n"],
      severity: .error),
    .python(
      "E114", "odd-comment-indent", "Comments are indented like the statements around them.",
      flagged: ["x = 1\n  «»# foo\n"], accepted: ["x = 1\n# foo\n"]),
    .python(
      "E115", "missing-comment-indent", "Comments are indented like the statements around them.",
      flagged: ["if x:\n«»# foo\n    y = 1\n"], accepted: ["if x:\n    # foo\n    y = 1\n"]),
    .python(
      "E116", "unexpected-comment-indent", "Comments are indented like the statements around them.",
      flagged: ["x = 1\n    «»# foo\n"], accepted: ["x = 1\n# foo\n"]),
    .python(
      "E117", "double-indent", "A body is indented by one level.",
      flagged: ["if x:\n        «»y = 1\n"], accepted: ["if x:\n    y = 1\n"]),
  ]

  func check(_ python: LintedPython, _ report: inout PythonReport) {
    let level = python.indentCharacter == UInt8(ascii: "\t") ? 8 : 4
    for line in python.logical.lines { check(line, of: python, level: level, &report) }
  }

  private func check(
    _ line: LogicalLine, of python: LintedPython, level: Int, _ report: inout PythonReport
  ) {
    let remark = line.isComment ? " (comment)" : ""
    let size = python.options.indentSize
    if line.indentLevel % size != 0 {
      report.add(
        line.isComment ? "E114" : "E111", at: 0, in: line, of: python,
        "indentation is not a multiple of \(size)\(remark)")
    }
    let above = python.previous(of: line)
    let previousLevel = above?.indentLevel ?? 0
    let opensBlock = above.map { python.opensBlock($0) } ?? false
    if opensBlock, line.indentLevel <= previousLevel {
      report.add(
        line.isComment ? "E115" : "E112", at: 0, in: line, of: python,
        "expected an indented block\(remark)")
    } else if !opensBlock, line.indentLevel > previousLevel {
      report.add(
        line.isComment ? "E116" : "E113", at: 0, in: line, of: python,
        "unexpected indentation\(remark)")
    }
    if opensBlock, line.indentLevel > previousLevel + level {
      report.add("E117", at: 0, in: line, of: python, "over-indented\(remark)")
    }
  }
}
