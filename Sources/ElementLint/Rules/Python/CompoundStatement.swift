import Diagnostics
import PythonSyntax

/// Flags several statements on a line; pycodestyle's `E701` to `E704` and `E731`.
struct CompoundStatement: LogicalTextRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E701", "body-behind-colon", "A body on a line of its own is seen, and can be stopped at.",
      flagged: ["if x«»: y = 1\n"], accepted: ["if x:\n    y = 1\n"]),
    .python(
      "E702", "statements-behind-semicolon", "One statement a line.",
      flagged: ["x = 1«»; y = 2\n"], accepted: ["x = 1\ny = 2\n"]),
    .python(
      "E703", "final-semicolon", "Python needs no semicolon at the end of a statement.",
      flagged: ["x = 1«»;\n"], accepted: ["x = 1\n"]),
    .python(
      "E704", "function-behind-colon",
      "A body on a line of its own is seen, and can be stopped at.",
      flagged: ["«»def f(): return 1\n"], accepted: ["def f():\n    return 1\n"], severity: .info,
      isOptIn: true),
    .python(
      "E731", "named-lambda",
      "A function of `def` has a name in tracebacks, and room for a docstring.",
      flagged: ["«»f = lambda x: 2 * x\n"], accepted: ["def f(x):\n    return 2 * x\n"]),
  ]

  func check(
    _ text: Span<UInt8>, of line: LogicalLine, _ python: LintedPython,
    _ report: inout PythonReport
  ) {
    checkColons(text, of: line, python, &report)
    let last = text.count - 1
    var start = 0
    while let found = text.firstIndex(of: UInt8(ascii: ";"), from: start) {
      report.add(
        found < last ? "E702" : "E703", at: found, in: line, of: python,
        found < last
          ? "multiple statements on one line (semicolon)" : "statement ends with a semicolon")
      start = found + 1
    }
  }

  private func checkColons(
    _ text: Span<UInt8>, of line: LogicalLine, _ python: LintedPython,
    _ report: inout PythonReport
  ) {
    let lambda = text.firstIndex(ofWord: "lambda") ?? text.count
    var brackets = BracketCount()
    var start = 0
    while let found = text.firstIndex(of: UInt8(ascii: ":"), from: start), found < text.count - 1 {
      brackets.count(text, start..<found)
      start = found + 1
      guard brackets.areClosed, text[start] != UInt8(ascii: "=") else { continue }
      if lambda < found {
        if isNamed(text, lambda) {
          report.add(
            "E731", at: 0, in: line, of: python, "do not assign a lambda expression, use a def")
        }
        return
      }
      if text.startsFunction {
        report.add("E704", at: 0, in: line, of: python, "multiple statements on one line (def)")
      } else if text.startsBlock {
        report.add(
          "E701", at: found, in: line, of: python, "multiple statements on one line (colon)")
      }
    }
  }

  /// Whether a name and `=` are all that stands before the lambda.
  private func isNamed(_ text: Span<UInt8>, _ lambda: Int) -> Bool {
    var end = lambda
    while text.byte(end - 1).isBlank { end -= 1 }
    guard text.byte(end - 1) == UInt8(ascii: "=") else { return false }
    end -= 1
    while text.byte(end - 1).isBlank { end -= 1 }
    return text.isName(0..<end)
  }
}

/// How many brackets of each kind were opened and not closed.
private struct BracketCount {
  private var round = 0
  private var square = 0
  private var curly = 0

  var areClosed: Bool { round <= 0 && square <= 0 && curly <= 0 }

  mutating func count(_ text: Span<UInt8>, _ range: Range<Int>) {
    for index in range {
      switch text[index] {
      case UInt8(ascii: "("): round += 1
      case UInt8(ascii: ")"): round -= 1
      case UInt8(ascii: "["): square += 1
      case UInt8(ascii: "]"): square -= 1
      case UInt8(ascii: "{"): curly += 1
      case UInt8(ascii: "}"): curly -= 1
      default: break
      }
    }
  }
}
