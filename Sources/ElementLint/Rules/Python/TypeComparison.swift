import Diagnostics
import PythonSyntax

/// Flags `type(x) == y`; pycodestyle's `E721`.
struct TypeComparison: LogicalTextRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E721", "type-comparison",
      """
      Whether a value is of a class or of one derived from it is what `isinstance(x, y)` tells; for
      the very same class there is `type(x) is y`.
      """,
      flagged: ["if «»type(x) == type(y):\n    pass\n"],
      accepted: ["if isinstance(x, int):\n    pass\n", "if type(x) is type(y):\n    pass\n"])
  ]

  func check(
    _ text: Span<UInt8>, of line: LogicalLine, _ python: LintedPython,
    _ report: inout PythonReport
  ) {
    var start = 0
    while let index = text.firstIndex(of: UInt8(ascii: "t"), from: start) {
      start = index + 1
      guard text.hasWord("type", at: index), !text.byte(index - 1).isWord,
        text.byte(index - 1) != UInt8(ascii: "."), isCompared(text, callAt: index + 4)
      else { continue }
      return report.add(
        "E721", at: index, in: line, of: python,
        "do not compare types, for exact checks use `is` / `is not`, for instance checks use "
          + "`isinstance()`")
    }
  }

  /// Whether an operator follows a call with an argument that holds no `)`.
  private func isCompared(_ text: Span<UInt8>, callAt start: Int) -> Bool {
    let opening = text.skipBlanks(from: start)
    guard text.byte(opening) == UInt8(ascii: "("),
      let closing = text.firstIndex(of: UInt8(ascii: ")"), from: opening),
      (opening + 1..<closing).contains(where: { text[$0] != UInt8(ascii: " ") })
    else { return false }
    let next = text.skipBlanks(from: closing + 1)
    guard next > closing + 1, text.byte(next + 1) == UInt8(ascii: "=") else { return false }
    return text[next] == UInt8(ascii: "=") || text[next] == UInt8(ascii: "!")
  }
}
