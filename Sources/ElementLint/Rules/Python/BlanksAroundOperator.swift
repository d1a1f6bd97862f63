import Diagnostics
import PythonSyntax

/// Flags several blanks around operators; pycodestyle's `E221` to `E224`.
struct BlanksAroundOperator: LogicalTextRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E221", "blanks-before-operator",
      "Columns that are lined up with blanks have to be lined up again at every change.",
      flagged: ["x«»  = 1\n"], accepted: ["x = 1\n"]),
    .python(
      "E222", "blanks-behind-operator", "One blank follows an operator.",
      flagged: ["x =«»  1\n"], accepted: ["x = 1\n"]),
    .python(
      "E223", "tab-before-operator", "One blank stands before an operator, and it is no tab.",
      flagged: ["x«»\t= 1\n"], accepted: ["x = 1\n"]),
    .python(
      "E224", "tab-behind-operator", "One blank follows an operator, and it is no tab.",
      flagged: ["x =«»\t1\n"], accepted: ["x = 1\n"]),
  ]

  func check(
    _ text: Span<UInt8>, of line: LogicalLine, _ python: LintedPython,
    _ report: inout PythonReport
  ) {
    var index = 0
    while index < text.count {
      guard text[index] != UInt8(ascii: ","), !text[index].isBlank else {
        index += 1
        continue
      }
      let before = index + 1
      let start = text.skipBlanks(from: before)
      let end = text.endOfOperator(at: start)
      guard end > start else {
        index = max(before, start)
        continue
      }
      let next = text.skipBlanks(from: end)
      check(text, before..<start, "E223", "E221", "before", line, python, &report)
      check(text, end..<next, "E224", "E222", "after", line, python, &report)
      index = next
    }
  }

  private func check(
    _ text: Span<UInt8>, _ blanks: Range<Int>, _ tab: RuleCode, _ several: RuleCode, _ side: String,
    _ line: LogicalLine, _ python: LintedPython, _ report: inout PythonReport
  ) {
    guard !blanks.isEmpty else { return }
    if text.hasTab(blanks) {
      report.add(tab, at: blanks.lowerBound, in: line, of: python, "tab \(side) operator")
    } else if blanks.count > 1 {
      report.add(
        several, at: blanks.lowerBound, in: line, of: python, "multiple spaces \(side) operator")
    }
  }
}

extension Span<UInt8> {
  /// The index behind a run of operators.
  fileprivate func endOfOperator(at start: Int) -> Int {
    var index = start
    while index < count, self[index].isOperator { index += 1 }
    return index == start && has(":=", at: start) ? start + 2 : index
  }
}

extension UInt8 {
  fileprivate var isOperator: Bool {
    switch self {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "/"),
      UInt8(ascii: "|"), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: "="),
      UInt8(ascii: ">"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "^"):
      true
    default: false
    }
  }
}
