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
    var closings = text.offsets(of: "}}")[...]
    var tags = [MustacheTag]()
    for start in text.offsets(of: "{{") where start >= tags.last?.range.upperBound ?? 0 {
      closings = closings.drop { $0 < start + 2 }
      guard let closing = closings.first else { break }
      // What is longer is data with braces in it.
      guard closing - start < 512,
        text.line(ofByteOffset: start) == text.line(ofByteOffset: closing)
      else { continue }
      tags.append(MustacheTag(text.bytes[start + 2..<closing]))
    }
    return tags
  }

  private init(_ content: ArraySlice<UInt8>) {
    let inside = String(decoding: content, as: UTF8.self).trimmingBlanks()
    sigil = inside.first.flatMap { "#^/!>&={".contains($0) ? $0 : nil }
    name = String(inside.dropFirst(sigil == nil ? 0 : 1)).trimmingBlanks()
    range = content.startIndex - 2..<content.endIndex + 2
  }
}
