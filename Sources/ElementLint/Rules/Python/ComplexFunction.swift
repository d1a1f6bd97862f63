import Diagnostics
import PythonSyntax

/// Flags functions through which too many ways lead; mccabe's `C901`.
struct ComplexFunction: PythonRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "C901", "complex-function",
      """
      Each way through a function wants a test, and a reader keeps all of them in mind. The limit is
      `max-complexity`; without it nothing is reported.
      """,
      flagged: [PythonExample("«»def f(x):\n    if x:\n        pass\n", .limit(1))],
      accepted: [
        PythonExample("def f(x):\n    return x\n", .limit(1)),
        "def f(x):\n    if x:\n        pass\n",
      ])
  ]

  func check(_ python: LintedPython, _ report: inout PythonReport) {
    guard let limit = python.options.maxComplexity, let tree = python.tree else { return }
    let source = python.source
    let parts = CyclomaticComplexity(tree, line: { source.line(of: $0) }).parts
    for part in parts where part.count > limit {
      report.add(
        "C901", atByte: tree.range(of: part.node).lowerBound, of: source,
        "'\(part.name)' is too complex (\(part.count))")
    }
  }
}

extension PythonOptions {
  fileprivate static func limit(_ count: Int) -> PythonOptions {
    var options = PythonOptions()
    options.maxComplexity = count
    return options
  }
}
