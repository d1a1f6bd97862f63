import Diagnostics
import PythonSyntax

/// Flags backslashes that escape nothing; pycodestyle's `W605`.
struct InvalidEscape: PythonRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "W605", "invalid-escape",
      """
      A backslash before a character that it does not escape is kept, with a warning, and will be an
      error one day. Double it, or write a raw string.
      """,
      flagged: ["x = '«»\\d'\n", "x = f'{y}«»\\d'\n"],
      accepted: ["x = r'\\d'\n", "x = '\\\\d\\n'\n"])
  ]

  func check(_ python: LintedPython, _ report: inout PythonReport) {
    /// Whether each f-string around is raw.
    var rawness = [Bool]()
    for token in python.logical.tokens {
      switch token.kind {
      case .string where !python.source.isRaw(token):
        check(python.source.quotes(of: token), from: token.line, in: python.source, &report)
      case .formattedStart, .templateStart: rawness.append(python.source.isRaw(token))
      case .formattedMiddle, .templateMiddle:
        guard rawness.last == false else { continue }
        check(token.range, from: token.line, in: python.source, &report)
      case .formattedEnd, .templateEnd: _ = rawness.popLast()
      default: break
      }
    }
  }

  /// Looks at the text of a string that starts on a line.
  private func check(
    _ range: Range<Int>, from firstLine: Int, in source: PythonSource, _ report: inout PythonReport
  ) {
    let bytes = source.bytes.span
    var line = firstLine
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == 0x0A { line += 1 }
      guard bytes[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      if !bytes.byte(index + 1).isEscaped {
        let place = TokenPlace(line: line, column: source.column(of: index, line: line))
        report.add(
          "W605", at: place, "invalid escape sequence '\\\(source.character(at: index + 1))'")
      }
      if bytes.byte(index + 1) == 0x0A { line += 1 }
      index += 2
    }
  }
}

extension PythonSource {
  fileprivate func isRaw(_ token: PlacedToken) -> Bool {
    bytes[token.range].prefix { $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\"") }
      .contains { $0 | 0x20 == UInt8(ascii: "r") }
  }

  /// The character that starts at an offset.
  fileprivate func character(at offset: Int) -> String {
    guard offset < bytes.count else { return "" }
    let rest = bytes[(offset + 1)...].prefix { $0 & 0xC0 == 0x80 }
    return text(offset..<rest.endIndex)
  }
}

extension UInt8 {
  /// Whether it means something behind a backslash.
  ///
  /// Python Language Reference, "Escape sequences".
  fileprivate var isEscaped: Bool {
    switch self {
    case 0x0A, UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "a"),
      UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"),
      UInt8(ascii: "t"), UInt8(ascii: "v"), UInt8(ascii: "0")...UInt8(ascii: "7"),
      UInt8(ascii: "x"), UInt8(ascii: "N"), UInt8(ascii: "u"), UInt8(ascii: "U"):
      true
    default: false
    }
  }
}
