extension Span<UInt8> {
  /// Whether the statement is `def` or `async def`.
  var startsFunction: Bool { hasWord("def", at: startBehindAsync) }

  /// Whether the statement is one that a block belongs to.
  var startsBlock: Bool {
    let words: [StaticString] = [
      "if", "elif", "else", "try", "except", "finally", "class", "while",
    ]
    return words.contains { hasWord($0, at: 0) }
      || ["def", "for", "with"].contains { hasWord($0, at: startBehindAsync) }
  }

  /// Whether the statement is a definition or a decorator.
  var startsDefinition: Bool {
    if byte(0) == UInt8(ascii: "@") { return true }
    let start = startBehindAsync
    return has("def", at: start) && byte(start + 3).isBlank
      || has("class", at: 0) && byte(5).isBlank
  }

  /// Whether the statement is a definition with type parameters.
  var startsGeneric: Bool {
    let start = startBehindAsync
    let words: [StaticString] = ["def", "class", "type"]
    guard let word = words.first(where: { hasWord($0, at: start) }) else { return false }
    var index = skipBlanks(from: start + word.utf8CodeUnitCount)
    while byte(index).isWord { index += 1 }
    return byte(index) == UInt8(ascii: "[")
  }

  /// The index of the first word, or of the one behind `async`.
  private var startBehindAsync: Int {
    guard has("async", at: 0), byte(5).isBlank else { return 0 }
    return skipBlanks(from: 5)
  }
}
