import Diagnostics
import PythonSyntax

/// Flags the indents of continued lines; pycodestyle's `E121` to `E133`.
struct ContinuationIndent: PythonRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E121", "shallow-hanging-indent", "A line inside of brackets hangs four blanks in.",
      flagged: ["f(\n  «»x)\n"], accepted: ["f(\n    x)\n"], severity: .info, isOptIn: true),
    .python(
      "E122", "missing-continuation-indent", "A continued line is indented more than the first.",
      flagged: ["f(\n«»x)\n"], accepted: ["f(\n    x)\n"]),
    .python(
      "E123", "hanging-closing-bracket",
      "A closing bracket on a line of its own stands below the start of the line that opened it.",
      flagged: ["x = [\n    1,\n    «»]\n"], accepted: ["x = [\n    1,\n]\n"], severity: .info,
      isOptIn: true),
    .python(
      "E124", "misaligned-closing-bracket",
      "Where lines line up with the first one in the brackets, so does the closing bracket.",
      flagged: ["x = f(1,\n      2\n«»)\n"], accepted: ["x = f(1,\n      2\n      )\n"]),
    .python(
      "E125", "continuation-like-body", "A continued line should not look like the body below it.",
      flagged: ["if foo(\n    «»x):\n    pass\n"], accepted: ["if foo(\n        x):\n    pass\n"]),
    .python(
      "E126", "deep-hanging-indent", "A line inside of brackets hangs four blanks in.",
      flagged: ["f(\n        «»x)\n"], accepted: ["f(\n    x)\n"], severity: .info, isOptIn: true),
    .python(
      "E127", "deep-visual-indent",
      "Where something stands behind the opening bracket, other lines line up with it.",
      flagged: ["f(1,\n     «»2)\n"], accepted: ["f(1,\n  2)\n"]),
    .python(
      "E128", "shallow-visual-indent",
      "Where something stands behind the opening bracket, other lines line up with it.",
      flagged: ["foo(1,\n  «»2)\n"], accepted: ["foo(1,\n    2)\n"]),
    .python(
      "E129", "visual-indent-like-body", "A continued line should not look like the body below it.",
      flagged: ["if (x and\n    «»y):\n    pass\n"],
      accepted: ["if (x and\n        y):\n    pass\n"]),
    .python(
      "E131", "unaligned-hanging-indent", "Lines inside of the same brackets hang alike.",
      flagged: ["f(\n    x,\n      «»y)\n"], accepted: ["f(\n    x,\n    y)\n"]),
    .python(
      "E133", "outdented-closing-bracket",
      """
      With `hang-closing`, a closing bracket is indented like what it closes; without, this rule looks
      at nothing.
      """,
      flagged: [PythonExample("x = [\n    1,\n«»]\n", hanging)],
      accepted: [PythonExample("x = [\n    1,\n    ]\n", hanging)]),
  ]

  private static let hanging = {
    var options = PythonOptions()
    options.hangClosing = true
    return options
  }()

  func check(_ python: LintedPython, _ report: inout PythonReport) {
    for line in python.logical.lines {
      let first = python.logical.tokens[line.tokens.lowerBound]
      guard first.line < line.lastLine else { continue }
      var walk = ContinuationWalk(line, of: python)
      walk.run(&report)
    }
  }
}
