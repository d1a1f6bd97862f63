import Diagnostics
import PythonSyntax
import SystemPackage

/// Flags names, literals and statements that cannot be meant so; all that pyflakes finds.
///
/// One rule, because one walk finds everything, and flake8 keeps its order where places are equal.
struct NamesAndLiterals: PythonRule {
  static let metadata =
    ImportPatterns.metadata + PercentFormatPatterns.metadata + BraceFormatPatterns.metadata
    + ExpressionPatterns.metadata + StatementPatterns.metadata + NamePatterns.metadata

  func check(_ python: LintedPython, _ report: inout PythonReport) {
    guard let tree = python.tree else { return }
    let source = python.source
    let scopes = PythonScopes(
      tree, isPackage: source.path.lastComponent?.string == "__init__.py",
      builtins: python.options.builtins, readsDoctests: python.options.doctests,
      version: python.options.version)
    for problem in scopes.problems {
      report.add(
        RuleCode(rawValue: problem.kind.rawValue), atByte: problem.offset, of: source,
        problem.message { source.line(of: $0) })
    }
  }
}
