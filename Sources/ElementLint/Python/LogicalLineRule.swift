import PythonSyntax

/// A rule that looks at one logical line at a time.
protocol LogicalLineRule: PythonRule {
  func check(_ line: LogicalLine, of python: LintedPython, _ report: inout PythonReport)
}

extension LogicalLineRule {
  func check(_ python: LintedPython, _ report: inout PythonReport) {
    for line in python.logical.lines { check(line, of: python, &report) }
  }
}

/// A rule that looks at the text of one statement at a time.
protocol LogicalTextRule: PythonRule {
  func check(
    _ text: Span<UInt8>, of line: LogicalLine, _ python: LintedPython,
    _ report: inout PythonReport)
}

extension LogicalTextRule {
  func check(_ python: LintedPython, _ report: inout PythonReport) {
    let bytes = python.logical.text
    let text = bytes.span
    for line in python.logical.lines where !line.isComment {
      check(text.extracting(line.text), of: line, python, &report)
    }
  }
}

/// A rule that judges what comments silence, and so runs behind all others.
protocol SuppressionRule: PythonRule {}
