import Documents

extension LintedElement {
  /// Those of the words that occur in files other than the documentation.
  func sourceWords(among words: [String]) -> Set<String> {
    guard !words.isEmpty else { return [] }
    let search = WordSearch(words)
    return files.filter { $0.role != .readme }.compactMap(\.text)
      .reduce(into: []) { $0.formUnion(search.words(in: $1)) }
  }

  /// Whether a file other than the documentation has the word.
  func hasSource(thatMentions word: String) -> Bool {
    files.contains { $0.role != .readme && $0.text?.mentions(word) ?? false }
  }

  /// Whether the documentation names the variable.
  func documents(variable: String) -> Bool {
    files.contains { $0.role == .readme && $0.text?.mentions(variable) ?? false }
  }
}
