import Diagnostics
import PythonSyntax

/// Flags `not x in y` and `not x is y`; pycodestyle's `E713` and `E714`.
struct NegatedComparison: LogicalTextRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E713", "negated-membership", "`x not in y` says the same and reads like it.",
      flagged: ["z = «»not x in y\n"], accepted: ["z = x not in y\n"]),
    .python(
      "E714", "negated-identity", "`x is not y` says the same and reads like it.",
      flagged: ["z = «»not x is y\n"], accepted: ["z = x is not y\n"]),
  ]

  func check(
    _ text: Span<UInt8>, of line: LogicalLine, _ python: LintedPython,
    _ report: inout PythonReport
  ) {
    var start = 0
    while let index = text.firstIndex(of: UInt8(ascii: "n"), from: start) {
      start = index + 1
      guard text.has("not", at: index), !text.byte(index - 1).isWord,
        !isBehindIs(text, index), let comparison = comparison(text, behind: index + 3)
      else { continue }
      let isMembership = text.has("in", at: comparison)
      return report.add(
        isMembership ? "E713" : "E714", at: index, in: line, of: python,
        isMembership
          ? "test for membership should be 'not in'"
          : "test for object identity should be 'is not'")
    }
  }

  private func isBehindIs(_ text: Span<UInt8>, _ index: Int) -> Bool {
    text.byte(index - 1).isBlank && text.has("is", at: index - 3)
  }

  /// Where `in` or `is` stands behind `not` and an operand without blanks and brackets.
  private func comparison(_ text: Span<UInt8>, behind end: Int) -> Int? {
    let operand = text.skipBlanks(from: end)
    guard operand > end else { return nil }
    var index = operand
    while index < text.count, !isBoundary(text[index]) { index += 1 }
    // A tab counts as part of the operand, but may also end it.
    while index > operand {
      if text.byte(index).isBlank, let found = word(text, at: text.skipBlanks(from: index)) {
        return found
      }
      index -= 1
    }
    return nil
  }

  private func word(_ text: Span<UInt8>, at index: Int) -> Int? {
    (text.has("in", at: index) || text.has("is", at: index)) && text.byte(index + 2).isBlank
      ? index : nil
  }

  private func isBoundary(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      true
    default: false
    }
  }
}
