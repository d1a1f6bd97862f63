import Diagnostics
import PythonSyntax

/// Flags lines that are too long; pycodestyle's `E501`.
struct LongLine: PythonRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E501", "long-line",
      """
      Lines of more than 79 characters, or what `max-line-length` says, wrap in terminals and beside
      each other. A long word that cannot be broken, such as an address, may stand alone in a comment
      or a string.
      """,
      flagged: [
        "x = 'aaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbbbbb cccccccccccccccccccccc dddddddd«»dddddddddd'\n"
      ],
      accepted: [
        "# https://example.org/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"
      ])
  ]

  func check(_ python: LintedPython, _ report: inout PythonReport) {
    let limit = python.options.maxLineLength
    for line in python.physical.lines {
      let text = python.source.trimmedRange(ofLine: line.number)
      // No character is less than a byte.
      guard text.count > limit else { continue }
      let length = python.source.characterCount(text)
      guard length > limit, !python.isExempt(line, text, limit: limit) else { continue }
      report.add(
        "E501", at: TokenPlace(line: line.number, column: limit),
        "line too long (\(length) > \(limit) characters)")
    }
  }
}

extension LintedPython {
  /// Whether the line is `#!`, or one long word that starts early enough.
  fileprivate func isExempt(_ line: PhysicalLines.Line, _ text: Range<Int>, limit: Int) -> Bool {
    if line.number == 1, source.bytes[text].starts(with: "#!".utf8) { return true }
    let words = source.words(text, atMost: 3)
    guard let last = words.last else { return false }
    let isLoneWord = words.count == 1 && line.isInString
    let isCommentWord = words.count == 2 && source.bytes[words[0]].elementsEqual("#".utf8)
    guard isLoneWord || isCommentWord else { return false }
    return source.characterCount(text.lowerBound..<last.lowerBound) < limit - 7
  }
}
