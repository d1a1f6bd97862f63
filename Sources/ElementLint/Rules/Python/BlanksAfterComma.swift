import Diagnostics
import PythonSyntax

/// Flags several blanks behind punctuation; pycodestyle's `E241` and `E242`.
struct BlanksAfterComma: LogicalTextRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E241", "blanks-behind-comma",
      "Columns that are lined up with blanks have to be lined up again at every change.",
      flagged: ["x = (1,«»  2)\n"], accepted: ["x = (1, 2)\n"], severity: .info, isOptIn: true),
    .python(
      "E242", "tab-behind-comma", "One blank follows a comma, and it is no tab.",
      flagged: ["x = (1,«»\t2)\n"], accepted: ["x = (1, 2)\n"], severity: .info, isOptIn: true),
  ]

  func check(
    _ text: Span<UInt8>, of line: LogicalLine, _ python: LintedPython,
    _ report: inout PythonReport
  ) {
    guard report.wants("E241") || report.wants("E242") else { return }
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      guard byte.isPunctuation else { continue }
      let end = text.skipBlanks(from: index)
      if let matched = text.lastWideBlank(index..<end) {
        let mark = Character(Unicode.Scalar(byte))
        let hasTab = text.hasTab(index..<matched)
        report.add(
          hasTab ? "E242" : "E241", at: index, in: line, of: python,
          hasTab ? "tab after '\(mark)'" : "multiple spaces after '\(mark)'")
      }
      index = end
    }
  }
}

extension Span<UInt8> {
  /// Where the last tab or pair of spaces in the range ends.
  fileprivate func lastWideBlank(_ range: Range<Int>) -> Int? {
    range.reversed().first { index in
      self[index] == 0x09
        || index > range.lowerBound && self[index] == 0x20 && self[index - 1] == 0x20
    }.map { $0 + 1 }
  }
}

extension UInt8 {
  fileprivate var isPunctuation: Bool {
    self == UInt8(ascii: ",") || self == UInt8(ascii: ";") || self == UInt8(ascii: ":")
  }
}
