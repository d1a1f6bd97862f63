import Diagnostics
import Documents

extension SuppressionComment {
  /// The comments in the text that silence rules, in order.
  static func all(in text: SourceText) -> [SuppressionComment] {
    let own = Set(text.offsets(of: "tie-check:").map(text.line))
    let dibLint = Set(text.offsets(of: "dib-lint:").map(text.line))
    guard !own.isEmpty || !dibLint.isEmpty else { return [] }
    let top = text.leadingCommentLines
    return own.union(dibLint).sorted().flatMap { line in
      let row = CommentRow(line, of: text, isAtTop: line <= top)
      return [
        own.contains(line) ? row.ownComment : nil,
        dibLint.contains(line) ? row.dibLintComment : nil,
      ].compactMap { $0 }
    }
  }
}

extension SourceText {
  /// How many lines stand above the first that is neither blank nor a comment.
  fileprivate var leadingCommentLines: Int {
    let first = (1...lineCount).first { line in
      let start = text(ofLine: line).first { !$0.isWhitespace }
      return start != nil && start != "#"
    }
    return first.map { $0 - 1 } ?? lineCount
  }
}

/// A line that speaks to a linter.
private struct CommentRow {
  private let source: SourceText
  private let number: Int
  private let text: String
  /// Whether the comment stands alone, with nothing but comments above.
  private let isAtTop: Bool

  init(_ number: Int, of source: SourceText, isAtTop: Bool) {
    self.source = source
    self.number = number
    self.isAtTop = isAtTop
    text = source.text(ofLine: number)
  }

  /// `# tie-check: disable=RULE[,RULE] reason`.
  var ownComment: SuppressionComment? {
    guard let list = text.firstMatch(of: #/# ?tie-check: *disable=([^\s,]+(?: *, *[^\s,]+)*)/#)
    else {
      return nil
    }
    let names = list.1.split { $0 == "," || $0 == " " }
    return comment(names, .own, isForFile: isAtTop)
  }

  /// `# dib-lint: disable=NAME NAME` at the start of a line, or `# dib-lint: NAME` anywhere.
  var dibLintComment: SuppressionComment? {
    if let list = text.prefixMatch(of: #/# dib-lint: disable=(.*)/#) {
      return comment(list.1.split(separator: " "), .dibLint, isForFile: true)
    }
    return text.firstMatch(of: #/# dib-lint: *(\w+)/#)
      .map { comment([$0.1], .dibLint, isForFile: false) }
  }

  private func comment(
    _ names: [Substring], _ dialect: SuppressionComment.Dialect, isForFile: Bool
  ) -> SuppressionComment {
    SuppressionComment(
      names: located(names), dialect: dialect, line: isForFile ? nil : number)
  }

  /// The words, each with its place; the line is walked once, however many there are.
  private func located(_ words: [Substring]) -> [SuppressionComment.Name] {
    var place = text.startIndex
    var column = 1
    return words.map { word in
      column += text.unicodeScalars[place..<word.startIndex].count
      place = word.startIndex
      let start = SourcePosition(line: number, column: column)
      let end = SourcePosition(line: number, column: column + word.unicodeScalars.count)
      return SuppressionComment.Name(
        text: String(word), location: SourceLocation(source.path, start, to: end))
    }
  }
}
