import Diagnostics
import PythonSyntax

/// Flags blanks inside of brackets, before punctuation and behind `@`; pycodestyle's `E201` to
/// `E204`.
struct ExtraneousBlank: LogicalTextRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E201", "blank-behind-opening-bracket", "Brackets stand right beside what they enclose.",
      flagged: ["f(«» x)\n"], accepted: ["f(x)\n"]),
    .python(
      "E202", "blank-before-closing-bracket", "Brackets stand right beside what they enclose.",
      flagged: ["f(x«» )\n"], accepted: ["f(x)\n", "f(x, )\n"]),
    .python(
      "E203", "blank-before-punctuation", "Commas, semicolons and colons end what is before them.",
      flagged: ["x = {1«» : 2}\n"], accepted: ["x = {1: 2}\n"]),
    .python(
      "E204", "blank-behind-at", "`@` stands right before the name of the decorator.",
      flagged: ["@«» foo\ndef f():\n    pass\n"], accepted: ["@foo\ndef f():\n    pass\n"]),
  ]

  func check(
    _ text: Span<UInt8>, of line: LogicalLine, _ python: LintedPython,
    _ report: inout PythonReport
  ) {
    if text[0] == UInt8(ascii: "@"), text.byte(1).isBlank {
      report.add("E204", at: 1, in: line, of: python, "whitespace after decorator '@'")
    }
    var index = 0
    while index + 1 < text.count {
      let byte = text[index]
      let next = text[index + 1]
      if byte.isOpening, next.isSeparator {
        report.add("E201", at: index + 1, in: line, of: python, "whitespace after '\(byte.text)'")
        index += 2
      } else if byte.isSeparator, next.isEnding, text.byte(index + 2) != UInt8(ascii: "=") {
        if text.byte(index - 1) != UInt8(ascii: ",") {
          report.add(
            next.isClosing ? "E202" : "E203", at: index, in: line, of: python,
            "whitespace before '\(next.text)'")
        }
        index += 2
      } else {
        index += 1
      }
    }
  }
}

extension UInt8 {
  fileprivate var text: Character { Character(Unicode.Scalar(self)) }
  fileprivate var isSeparator: Bool { self == 0x20 || self == 0x09 }
  fileprivate var isOpening: Bool {
    self == UInt8(ascii: "(") || self == UInt8(ascii: "[") || self == UInt8(ascii: "{")
  }
  fileprivate var isClosing: Bool {
    self == UInt8(ascii: ")") || self == UInt8(ascii: "]") || self == UInt8(ascii: "}")
  }
  fileprivate var isEnding: Bool {
    isClosing || self == UInt8(ascii: ",") || self == UInt8(ascii: ";") || self == UInt8(ascii: ":")
  }
}
