import Diagnostics
import PythonSyntax

/// Flags `import x, y`; pycodestyle's `E401`.
struct SeveralImports: LogicalTextRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E401", "several-imports", "One module a line can be sorted, searched for and removed.",
      flagged: ["import os«», sys\n"], accepted: ["import os\nimport sys\n"])
  ]

  func check(
    _ text: Span<UInt8>, of line: LogicalLine, _ python: LintedPython,
    _ report: inout PythonReport
  ) {
    guard text.has("import ", at: 0), let comma = text.firstIndex(of: UInt8(ascii: ",")),
      !text.extracting(0..<comma).contains(UInt8(ascii: ";"))
    else { return }
    report.add("E401", at: comma, in: line, of: python, "multiple imports on one line")
  }
}

extension Span<UInt8> {
  fileprivate func contains(_ byte: UInt8) -> Bool { firstIndex(of: byte) != nil }
}
