import Documents

/// The title of a document in reStructuredText, and the line that makes it one.
struct ReadmeTitle {
  /// The text, without blanks around it.
  let text: String
  let textRange: Range<Int>
  /// The bytes of the underline.
  let underline: Range<Int>
  /// The character it is made of.
  let mark: UInt8

  /// The first title in the text; nothing when it begins with something else.
  init?(in source: SourceText) {
    let lines = (0..<source.lineCount).lazy.map { source.range(ofLine: $0 + 1) }
    guard let first = lines.firstIndex(where: { source.isVisible($0) }) else { return nil }
    let overline = source.mark(of: lines[first]) == nil || lines[first].count < 2 ? 0 : 1
    let place = first + overline
    guard place + 1 < source.lineCount, source.isVisible(lines[place]),
      let mark = source.mark(of: lines[place + 1])
    else { return nil }
    textRange = lines[place]
    text = source.text(ofLine: place + 1).trimmingBlanks()
    underline = lines[place + 1]
    self.mark = mark
  }
}

extension ReadmeTitle {
  /// How many columns the title takes.
  var width: Int { text.unicodeScalars.count }
}

extension SourceText {
  /// Whether the line shows up in a page: comments, targets and directives begin with two dots.
  fileprivate func isVisible(_ line: Range<Int>) -> Bool {
    let text = bytes[line].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    return !text.isEmpty && !text.starts(with: "..".utf8)
  }

  /// The character that the line repeats, if it can underline a title.
  fileprivate func mark(of line: Range<Int>) -> UInt8? {
    let text = bytes[line].prefix { $0 != UInt8(ascii: " ") }
    guard let first = text.first, "=-~^\"'`#*+:._".utf8.contains(first),
      text.allSatisfy({ $0 == first })
    else { return nil }
    return first
  }
}
