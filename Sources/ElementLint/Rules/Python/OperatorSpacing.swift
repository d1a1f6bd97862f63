import Diagnostics
import PythonSyntax

/// Flags operators and punctuation without blanks around or behind them; pycodestyle's `E225` to
/// `E228` and `E231`.
struct OperatorSpacing: LogicalLineRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E225", "missing-blank-around-operator",
      """
      Assignments, comparisons and boolean operators have a blank on both sides, and no operator has
      one on one side only.
      """,
      flagged: ["x«»=1\n", "x = y *«»2\n"], accepted: ["x = y * 2\n", "f(x=1)\n"]),
    .python(
      "E226", "missing-blank-around-arithmetic",
      "Blanks around `+`, `-`, `*`, `/` and `@` are a matter of taste: they show what binds tighter.",
      flagged: ["x = y«»+1\n"], accepted: ["x = y + 1\n"], severity: .info, isOptIn: true),
    .python(
      "E227", "missing-blank-around-bit-operator",
      "Bit operators and shifts need blanks to be seen.",
      flagged: ["x = y«»|z\n"], accepted: ["x = y | z\n"]),
    .python(
      "E228", "missing-blank-around-modulo", "`%` needs blanks to be seen.",
      flagged: ["x = y«»%z\n"], accepted: ["x = y % z\n"]),
    .python(
      "E231", "missing-blank-behind-punctuation",
      "A blank follows a comma, a semicolon and the colon of a dictionary or annotation.",
      flagged: ["f(x«»,y)\n"], accepted: ["f(x, y)\n", "x[1:2]\n", "(x,)\n"]),
  ]

  func check(_ line: LogicalLine, of python: LintedPython, _ report: inout PythonReport) {
    var walk = SpacingWalk()
    for index in line.tokens {
      let token = python.logical.tokens[index]
      walk.step(to: token, in: python.source, &report)
    }
  }
}
