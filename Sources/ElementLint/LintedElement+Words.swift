import Documents

extension LintedElement {
  /// Whether a file other than the documentation has the word.
  func hasSource(thatMentions word: String) -> Bool {
    files.contains { $0.role != .readme && $0.text?.mentions(word) ?? false }
  }

  /// Whether the documentation names the variable.
  func documents(variable: String) -> Bool {
    files.contains { $0.role == .readme && $0.text?.mentions(variable) ?? false }
  }
}
