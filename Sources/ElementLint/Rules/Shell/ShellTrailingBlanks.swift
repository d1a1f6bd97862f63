import Diagnostics
import Documents

/// Flags blanks at the end of lines of shell code; bashate's rule.
struct ShellTrailingBlanks: ShellRule {
  static let metadata = RuleMetadata(
    code: "E001",
    name: "shell-trailing-blanks",
    severity: .info,
    rationale: """
      Blanks at the end of a line cannot be seen; behind a backslash they undo the continuation. Those
      in strings and here-documents are part of the text and left alone.
      """,
    flagged: ["export FOO=1«  »\n«\t»\n# A comment.« »\n"],
    accepted: ["export FOO=1\n", "cat <<EOF\nfoo \nEOF\n", "export FOO='foo \nbar'\n"])

  func check(_ script: LintedScript) -> [Finding] {
    let candidates = script.text.trailingBlanks
    guard !candidates.isEmpty else { return [] }
    let ends = script.codeLineEnds
    return candidates.map(script.text.location)
      .filter { $0.end.map(ends.contains) ?? false }
      .map { blanks in
        finding(
          "trailing blanks", at: blanks, hint: "remove them",
          fix: script.text.isEscaped(blanks)
            ? nil : Finding.Fix("remove trailing blanks", replacing: blanks, with: ""))
      }
  }
}

extension SourceText {
  /// The blanks and tabs before the ends of lines.
  fileprivate var trailingBlanks: [Range<Int>] {
    bytes.indices.compactMap { end in
      guard bytes[end] == UInt8(ascii: "\n"), end > 0, isBlank(end - 1) else { return nil }
      var start = end
      while start > 0, isBlank(start - 1) { start -= 1 }
      return start..<end
    }
  }

  /// Whether a backslash makes the first of the blanks a part of a word.
  fileprivate func isEscaped(_ blanks: SourceLocation) -> Bool {
    guard let start = blanks.start else { return false }
    return text(ofLine: start.line).unicodeScalars.prefix(start.column - 1).last == "\\"
  }

  private func isBlank(_ offset: Int) -> Bool {
    bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\t")
  }
}
