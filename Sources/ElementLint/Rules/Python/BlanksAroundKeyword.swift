import Diagnostics
import PythonSyntax

/// Flags several blanks around keywords; pycodestyle's `E271` to `E274`.
struct BlanksAroundKeyword: LogicalTextRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E271", "blanks-behind-keyword", "One blank follows a keyword.",
      flagged: ["x = not«»  y\n"], accepted: ["x = not y\n"]),
    .python(
      "E272", "blanks-before-keyword", "One blank stands before a keyword.",
      flagged: ["x = y«»  in z\n"], accepted: ["x = y in z\n"]),
    .python(
      "E273", "tab-behind-keyword", "One blank follows a keyword, and it is no tab.",
      flagged: ["x = not«»\ty\n"], accepted: ["x = not y\n"]),
    .python(
      "E274", "tab-before-keyword", "One blank stands before a keyword, and it is no tab.",
      flagged: ["x = y«»\tin z\n"], accepted: ["x = y in z\n"]),
  ]

  func check(
    _ text: Span<UInt8>, of line: LogicalLine, _ python: LintedPython,
    _ report: inout PythonReport
  ) {
    /// Behind the blanks that follow the last keyword.
    var border = 0
    var index = 0
    while index < text.count {
      guard text[index].isWord else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, text[index].isWord { index += 1 }
      guard text.isKeyword(start..<index) else { continue }
      var before = start
      while before > border, text[before - 1].isBlank { before -= 1 }
      border = text.skipBlanks(from: index)
      check(text, before..<start, "E274", "E272", "before", line, python, &report)
      check(text, index..<border, "E273", "E271", "after", line, python, &report)
    }
  }

  private func check(
    _ text: Span<UInt8>, _ blanks: Range<Int>, _ tab: RuleCode, _ several: RuleCode, _ side: String,
    _ line: LogicalLine, _ python: LintedPython, _ report: inout PythonReport
  ) {
    if text.hasTab(blanks) {
      report.add(tab, at: blanks.lowerBound, in: line, of: python, "tab \(side) keyword")
    } else if blanks.count > 1 {
      report.add(
        several, at: blanks.lowerBound, in: line, of: python, "multiple spaces \(side) keyword")
    }
  }
}

extension Span<UInt8> {
  /// Whether the word is reserved, or `print`; the singletons do not count.
  fileprivate func isKeyword(_ range: Range<Int>) -> Bool {
    let kind = PythonToken.Kind(word: self, at: range)
    return kind == .name
      ? range.count == 5 && has("print", at: range.lowerBound) : !kind.isSingleton
  }
}
