import Diagnostics
import PythonSyntax

/// Flags imports below other code of a module; pycodestyle's `E402`.
struct LateImport: PythonRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E402", "late-import",
      """
      Imports at the top show what a module needs. Only its docstring, names such as `__all__` and
      conditions around imports may stand before them.
      """,
      flagged: ["x = 1\n«»import os\n"],
      accepted: ["\"\"\"Foo.\"\"\"\n__all__ = ['os']\nif x:\n    y = 1\nimport os\n"])
  ]

  func check(_ python: LintedPython, _ report: inout PythonReport) {
    let bytes = python.logical.text
    let all = bytes.span
    var state = State()
    for line in python.logical.lines where line.indentLevel == 0 && !line.isComment {
      let text = all.extracting(line.text)
      if text.has("import ", at: 0) || text.has("from ", at: 0) {
        guard state.hasOtherCode else { continue }
        report.add("E402", at: 0, in: line, of: python, "module level import not at top of file")
      } else {
        state.follow(text)
      }
    }
  }

  /// What has been seen of a module.
  private struct State {
    private(set) var hasOtherCode = false
    private var hasDocstring = false

    mutating func follow(_ text: Span<UInt8>) {
      guard !text.isDunderAssignment, !text.startsCondition else { return }
      if text.isString, !hasDocstring {
        hasDocstring = true
      } else {
        hasOtherCode = true
      }
    }
  }
}

extension Span<UInt8> {
  /// Whether the statement begins with a word that may be around imports.
  fileprivate var startsCondition: Bool {
    let words: [StaticString] = ["try", "except", "else", "finally", "with", "if", "elif"]
    return words.contains { has($0, at: 0) }
  }

  fileprivate var isString: Bool {
    var index = [UInt8(ascii: "u"), UInt8(ascii: "b")].contains(byte(0) | 0x20) ? 1 : 0
    if byte(index) | 0x20 == UInt8(ascii: "r") { index += 1 }
    return byte(index) == UInt8(ascii: "\"") || byte(index) == UInt8(ascii: "'")
  }

  /// Whether the statement sets a name such as `__all__`, perhaps with an annotation.
  fileprivate var isDunderAssignment: Bool {
    guard has("__", at: 0) else { return false }
    var end = 2
    while byte(end).isWord, byte(end) < 0x80 { end += 1 }
    guard end > 4, has("__", at: end - 2) else { return false }
    if byte(end) == UInt8(ascii: ":") {
      let annotation = skipBlanks(from: end + 1)
      end = annotation
      while byte(end).isAnnotation { end += 1 }
      guard end > annotation else { return false }
    }
    return has(" = ", at: end)
  }
}

extension UInt8 {
  fileprivate var isAnnotation: Bool {
    (self | 0x20) &- 0x61 < 26 || self == UInt8(ascii: ".") || self == UInt8(ascii: "[")
      || self == UInt8(ascii: "]")
  }
}
