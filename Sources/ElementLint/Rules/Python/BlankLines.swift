import Diagnostics
import PythonSyntax

/// Flags too few and too many blank lines around definitions; pycodestyle's `E301` to `E306`.
struct BlankLines: PythonRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E301", "missing-blank-line", "A blank line keeps the methods of a class apart.",
      flagged: ["class A:\n    x = 1\n    «»def f(self):\n        pass\n"],
      accepted: ["class A:\n    x = 1\n\n    def f(self):\n        pass\n"]),
    .python(
      "E302", "missing-blank-lines", "Two blank lines keep the definitions of a module apart.",
      flagged: ["x = 1\n«»def f():\n    pass\n"], accepted: ["x = 1\n\n\ndef f():\n    pass\n"]),
    .python(
      "E303", "too-many-blank-lines", "More than two blank lines, or one in a block, say no more.",
      flagged: ["x = 1\n\n\n\n«»y = 2\n"], accepted: ["x = 1\n\n\ny = 2\n"]),
    .python(
      "E304", "blank-line-behind-decorator", "A decorator belongs to what it decorates.",
      flagged: ["@f\n\n«»def g():\n    pass\n"], accepted: ["@f\ndef g():\n    pass\n"]),
    .python(
      "E305", "missing-blank-lines-behind",
      "Two blank lines show where a definition of a module ends.",
      flagged: ["def f():\n    pass\n«»x = 1\n"], accepted: ["def f():\n    pass\n\n\nx = 1\n"]),
    .python(
      "E306", "missing-blank-line-before-inner",
      "A blank line keeps a function in a function apart from the code above.",
      flagged: ["def f():\n    x = 1\n    «»def g():\n        pass\n"],
      accepted: ["def f():\n    x = 1\n\n    def g():\n        pass\n"]),
  ]

  func check(_ python: LintedPython, _ report: inout PythonReport) {
    let indents = LineIndents(python.source)
    for line in python.logical.lines {
      let place = BlankLinePlace(line, of: python, indents)
      guard let problem = place.problem else { continue }
      report.add(problem.code, at: 0, in: line, of: python, problem.message)
    }
  }
}
