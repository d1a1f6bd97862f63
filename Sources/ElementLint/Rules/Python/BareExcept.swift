import Diagnostics
import PythonSyntax

/// Flags `except:`; pycodestyle's `E722`.
struct BareExcept: LogicalTextRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E722", "bare-except",
      """
      `except:` also catches `SystemExit` and `KeyboardInterrupt`, so that the program cannot be
      stopped. Name what is expected, or `Exception`.
      """,
      flagged: ["try:\n    f()\n«»except:\n    pass\n"],
      accepted: ["try:\n    f()\nexcept OSError:\n    pass\n"])
  ]

  func check(
    _ text: Span<UInt8>, of line: LogicalLine, _ python: LintedPython,
    _ report: inout PythonReport
  ) {
    let word: StaticString = "except"
    guard text.has(word, at: 0) else { return }
    let colon = text.skipBlanks(from: word.utf8CodeUnitCount)
    guard text.byte(colon) == UInt8(ascii: ":") else { return }
    report.add("E722", at: 0, in: line, of: python, "do not use bare 'except'")
  }
}
