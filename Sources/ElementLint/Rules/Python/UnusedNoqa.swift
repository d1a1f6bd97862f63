import Diagnostics
import PythonSyntax

/// Flags codes behind `# noqa` that silence nothing.
struct UnusedNoqa: SuppressionRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "NQ102", "unused-noqa",
      """
      A code behind `# noqa` that silences nothing hides the next mistake on its line. Codes of rules
      that are switched off, or that are not known here, are left alone, as is `# noqa` without codes.
      """,
      flagged: ["x = 1  # noqa: «»E501\n"],
      accepted: ["x =  1  # noqa: E222,H301\ny = 1 # noqa: E261\nz = 1  # noqa\n"])
  ]

  func check(_ python: LintedPython, _ report: inout PythonReport) {
    let findings = report.findings.filter(\.code.isFlake8)
    var used = Set<Int>()
    for finding in findings {
      let codes = python.directives.directive(forLine: finding.line)?.codes ?? []
      used.formUnion(codes.filter { finding.code.rawValue.hasPrefix($0.text) }.map(\.offset))
    }
    for code in python.directives.effectiveCodes where !used.contains(code.offset) {
      guard report.wants(RuleCode(rawValue: code.text)) else { continue }
      let position = python.source.position(of: code.offset)
      report.add(
        "NQ102", at: TokenPlace(line: position.line, column: position.column - 1),
        "`# noqa` silences no `\(code.text)`")
    }
  }
}
