import Diagnostics
import PythonSyntax

/// Flags what keeps a file from being Python; flake8's `E999`.
struct PythonSyntaxFault: PythonRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E999", "python-syntax-error",
      """
      Python refuses the file, so nothing in it runs, and no other rule for Python looks at it.
      """,
      flagged: ["x = '«»foo\n", "x = 1 + )«»\n"],
      accepted: ["x = 'foo'\n"], severity: .error)
  ]

  func check(_ python: LintedPython, _ report: inout PythonReport) {
    guard let error = python.syntaxError else { return }
    report.add("E999", at: python.place(of: error), "\(error.kind.rawValue): \(error.message)")
  }
}

extension LintedPython {
  /// Where flake8 says that the error is: one column behind it, or at the start of the file when
  /// Python gives no place.
  fileprivate func place(of error: PythonSyntaxError) -> TokenPlace {
    guard !source.hasNullBytes else { return TokenPlace(line: 1, column: 0) }
    let position = source.position(of: error.offset)
    return TokenPlace(line: position.line, column: position.column)
  }
}
