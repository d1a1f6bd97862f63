import Documents

/// A tag of a template of os-apply-config: `{{name}}`.
struct MustacheTag: Sendable {
  /// The character that says what it is; nothing for the value of a variable.
  let sigil: Character?
  /// What stands behind it, without blanks around it.
  let name: String
  /// From the first to behind the last brace.
  let range: Range<Int>

  /// The tags of the text, in order; what is not closed on its line is no tag.
  static func all(in text: SourceText) -> [MustacheTag] {
    var tags = [MustacheTag]()
    var end = 0
    for start in text.offsets(of: "{{") where start >= end {
      guard let tag = MustacheTag(in: text, at: start) else { continue }
      end = tag.range.upperBound
      tags.append(tag)
    }
    return tags
  }

  private init?(in text: SourceText, at start: Int) {
    let line = text.range(ofLine: text.line(ofByteOffset: start))
    // Longer ones are data with braces in it.
    let content = text.bytes[start + 2..<max(start + 2, line.upperBound)].prefix(512)
    let closing = content.indices.first { content[$0...].starts(with: "}}".utf8) }
    guard let closing else { return nil }
    let inside = String(decoding: content[..<closing], as: UTF8.self).trimmingBlanks()
    sigil = inside.first.flatMap { "#^/!>&={".contains($0) ? $0 : nil }
    name = String(inside.dropFirst(sigil == nil ? 0 : 1)).trimmingBlanks()
    range = start..<closing + 2
  }
}
