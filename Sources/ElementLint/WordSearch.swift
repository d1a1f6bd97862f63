import Documents

/// Finds which of many words occur in texts, in one pass over each.
///
/// Words are of letters, digits, `_` and `-`, as the names of packages, services and elements are; one
/// that ends with `$` is found where a variable stands behind the rest of it.
struct WordSearch {
  private let words: Set<String>
  private let shapes: Set<Shape>

  /// What is looked at before a word is compared.
  private struct Shape: Hashable {
    let first: UInt8
    let count: Int
  }

  init(_ words: some Sequence<String>) {
    self.words = Set(words)
    shapes = Set(
      self.words.compactMap { word in
        word.utf8.first.map { Shape(first: $0, count: word.utf8.count) }
      })
  }

  /// Those of the words that occur in the text.
  func words(in text: SourceText) -> Set<String> {
    var found = Set<String>()
    let bytes = text.bytes
    var place = 0
    while let start = bytes[place...].firstIndex(where: \.isPartOfWord) {
      let end = bytes[start...].firstIndex { !$0.isPartOfWord } ?? bytes.count
      take(bytes[start..<end], into: &found)
      if end < bytes.count, bytes[end] == UInt8(ascii: "$") {
        take(bytes[start...end], into: &found)
      }
      place = end
    }
    return found
  }

  private func take(_ word: ArraySlice<UInt8>, into found: inout Set<String>) {
    guard let first = word.first, shapes.contains(Shape(first: first, count: word.count)) else {
      return
    }
    let text = String(decoding: word, as: UTF8.self)
    if words.contains(text) { found.insert(text) }
  }
}
