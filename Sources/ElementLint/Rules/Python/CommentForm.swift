import Diagnostics
import PythonSyntax

/// Flags how comments begin; pycodestyle's `E261`, `E262`, `E265` and `E266`.
struct CommentForm: LogicalLineRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E261", "comment-close-to-code", "Two blanks keep a comment apart from the code before it.",
      flagged: ["x = 1«» # foo\n"], accepted: ["x = 1  # foo\n"]),
    .python(
      "E262", "malformed-inline-comment", "A comment begins with `#` and one blank.",
      flagged: ["x = 1  «»#foo\n"], accepted: ["x = 1  # foo\n"]),
    .python(
      "E265", "malformed-block-comment", "A comment begins with `#` and a blank.",
      flagged: ["«»#foo\n"], accepted: ["# foo\n", "#!/usr/bin/python3\n", "#: foo\n"]),
    .python(
      "E266", "several-hashes", "One `#` makes a comment; a line of nothing else may be a rule.",
      flagged: ["«»## foo\n"], accepted: ["# foo\n", "########\n"]),
  ]

  func check(_ line: LogicalLine, of python: LintedPython, _ report: inout PythonReport) {
    var previous: TokenPlace?
    for index in line.tokens {
      let token = python.logical.tokens[index]
      if token.kind == .comment {
        check(Comment(token, in: python.source), behind: previous, &report)
      } else if token.kind != .blankNewline {
        previous = token.endPlace
      }
    }
  }

  private func check(
    _ comment: Comment, behind previous: TokenPlace?, _ report: inout PythonReport
  ) {
    let place = comment.place
    guard comment.isInline else {
      guard let mark = comment.wrongMark, mark != UInt8(ascii: "!") || place.line > 1 else {
        return
      }
      if mark != UInt8(ascii: "#") {
        report.add("E265", at: place, "block comment should start with '# '")
      } else if comment.hasText {
        report.add("E266", at: place, "too many leading '#' for block comment")
      }
      return
    }
    if let previous, previous.line == place.line, place.column < previous.column + 2 {
      report.add("E261", at: previous, "at least two spaces before inline comment")
    }
    if comment.wrongMark != nil || comment.startsWithBlank {
      report.add("E262", at: place, "inline comment should start with '# '")
    }
  }
}

/// The parts of a comment.
private struct Comment {
  let place: TokenPlace
  /// Whether there is code before it on the line.
  let isInline: Bool
  /// What follows the `#` in place of a blank; `#` if there are only those.
  let wrongMark: UInt8?
  /// Whether something follows the first space.
  let hasText: Bool
  /// Whether a blank follows the first space.
  let startsWithBlank: Bool

  init(_ token: PlacedToken, in source: PythonSource) {
    place = token.place
    let bytes = source.bytes
    let before = source.start(ofLine: token.line)..<token.start
    isInline = source.words(before, atMost: 1).isEmpty == false
    let symbol = bytes[token.range].prefix { $0 != 0x20 }
    let text = bytes[token.range][symbol.endIndex...].dropFirst()
    let isRight = symbol.elementsEqual("#".utf8) || symbol.elementsEqual("#:".utf8)
    wrongMark = isRight ? nil : symbol.first { $0 != UInt8(ascii: "#") } ?? UInt8(ascii: "#")
    hasText = !text.isEmpty
    startsWithBlank =
      text.first == 0x20 || text.first == 0x09 || source.hasNoBreakSpace(at: text.startIndex)
  }
}
