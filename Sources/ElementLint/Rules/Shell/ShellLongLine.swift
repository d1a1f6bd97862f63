import Diagnostics
import Documents
import ShellSyntax

/// Flags long lines of shell code; bashate's rule.
struct ShellLongLine: ShellRule {
  static let metadata = RuleMetadata(
    code: "E006",
    name: "shell-long-line",
    severity: .info,
    rationale: """
      Lines of more than 79 characters wrap in side-by-side reviews. Break them with a backslash, or after
      `|`, `&&` and `||`. Comments and here-documents are left alone.
      """,
    flagged: [
      "export FOO=\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx«xx\"»\n"
    ],
    accepted: [
      "export FOO=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n",
      "# xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n",
      "cat <<EOF\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\nEOF\n",
    ],
    isOptIn: true)

  /// bashate's limit, in characters.
  private static let limit = 79

  func check(_ script: LintedScript) -> [Finding] {
    let documents = script.syntax.hereDocuments.map(\.location)
    return script.text.longLines(Self.limit).filter { line in
      !script.text.isComment(line) && !documents.contains { $0.holds(line) }
    }.map { line in
      let end = script.text.location(ofLine: line).end ?? SourcePosition(line: line)
      let start = SourcePosition(line: line, column: Self.limit + 1)
      return finding(
        "line is \(end.column - 1) characters long",
        at: SourceLocation(script.text.path, start, to: end),
        hint: "keep lines within \(Self.limit) characters")
    }
  }
}

extension SourceText {
  fileprivate func longLines(_ limit: Int) -> [Int] {
    guard lineCount > 0 else { return [] }
    return (1...lineCount).filter { line in
      let range = range(ofLine: line)
      return range.count > limit && bytes[range].count { $0 & 0xC0 != 0x80 } > limit
    }
  }

  fileprivate func isComment(_ line: Int) -> Bool {
    let blank = UInt8(ascii: " ")
    let first = bytes[range(ofLine: line)].first { $0 != blank && $0 != UInt8(ascii: "\t") }
    return first == UInt8(ascii: "#")
  }
}

extension SourceLocation {
  /// Whether the line is one of this place's; a here-document ends where its delimiter begins.
  fileprivate func holds(_ line: Int) -> Bool {
    guard let start, let end else { return false }
    return start.line <= line && line < end.line
  }
}
