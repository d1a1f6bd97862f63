import Diagnostics
import ElementModel

/// Reports one kind of fault that reading an element's own file formats finds.
protocol FormatRule: DocumentRule {
  static var kind: FormatProblem.Kind { get }
}

extension FormatRule {
  func check(_ document: LintedDocument) -> [Finding] {
    document.problems.filter { $0.kind == Self.kind }.map { problem in
      finding(
        "\(problem.message)", at: problem.location, notes: problem.notes, hint: problem.hint,
        fix: problem.fix)
    }
  }
}
