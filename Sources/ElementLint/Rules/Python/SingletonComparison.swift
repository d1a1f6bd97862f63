import Diagnostics
import PythonSyntax

/// Flags `==` and `!=` against `None`, `True` and `False`; pycodestyle's `E711` and `E712`.
struct SingletonComparison: LogicalTextRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E711", "comparison-to-none",
      "There is one `None`, and a class may define `==` as it likes: compare with `is`.",
      flagged: ["if x «»== None:\n    pass\n", "if None «»!= x:\n    pass\n"],
      accepted: ["if x is None:\n    pass\n"]),
    .python(
      "E712", "comparison-to-boolean",
      "`1 == True`, and most other values are neither: ask for the truth of the value itself.",
      flagged: ["if x «»== True:\n    pass\n"], accepted: ["if x:\n    pass\n"]),
  ]

  func check(
    _ text: Span<UInt8>, of line: LogicalLine, _ python: LintedPython,
    _ report: inout PythonReport
  ) {
    var start = 0
    /// Where the last match ended.
    var border = 0
    while let equals = text.firstIndex(of: UInt8(ascii: "="), from: start) {
      start = equals + 1
      let found = equals - 1
      guard found >= border, text[found] == UInt8(ascii: "=") || text[found] == UInt8(ascii: "!")
      else { continue }
      guard let match = Match(text, operator: found, from: border) else { continue }
      border = match.end
      start = max(start, border)
      let isEqual = text[found] == UInt8(ascii: "=")
      report.add(
        match.singleton == "None" ? "E711" : "E712", at: found, in: line, of: python,
        match.message(isEqual: isEqual))
    }
  }

  /// A singleton beside an operator.
  private struct Match {
    let singleton: StaticString
    let end: Int

    init?(_ text: Span<UInt8>, operator found: Int, from border: Int) {
      let right = text.skipBlanks(from: found + 2)
      if let left = Self.singleton(text, endingBefore: found, from: border),
        text.byte(right).isWord
      {
        singleton = left
        end = right
        return
      }
      guard let word = Self.singletons.first(where: { text.hasWord($0, at: right) }) else {
        return nil
      }
      singleton = word
      end = right + word.utf8CodeUnitCount
    }

    private static let singletons: [StaticString] = ["None", "False", "True"]

    private static func singleton(
      _ text: Span<UInt8>, endingBefore found: Int, from border: Int
    ) -> StaticString? {
      var end = found
      while end > border, text[end - 1].isBlank { end -= 1 }
      return singletons.first { word in
        let start = end - word.utf8CodeUnitCount
        return start >= border && text.has(word, at: start) && !text.byte(start - 1).isWord
      }
    }

    func message(isEqual: Bool) -> String {
      let comparison = "comparison to \(singleton) should be "
      let identity = "'if cond is \(isEqual ? "" : "not ")\(singleton):'"
      guard singleton != "None" else { return comparison + identity }
      let isTrue = (singleton == "True") == isEqual
      return "\(comparison)\(identity) or 'if \(isTrue ? "" : "not ")cond:'"
    }
  }
}

extension StaticString {
  fileprivate static func == (left: StaticString, right: StaticString) -> Bool {
    left.utf8CodeUnitCount == right.utf8CodeUnitCount
      && left.withUTF8Buffer { left in
        right.withUTF8Buffer { right in left.elementsEqual(right) }
      }
  }

  fileprivate static func != (left: StaticString, right: StaticString) -> Bool { !(left == right) }
}
