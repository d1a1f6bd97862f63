// Two expressions side by side: what was meant is guessed as CPython guesses.
extension PythonParser {
  /// Throws if the expression that is looked at cannot stand behind `value`.
  mutating func refuseNeighbour(
    of value: PythonNodeID, from first: Int
  ) throws(PythonSyntaxError) {
    let start = tokens[first]
    for word in ["print", "exec"] where tree[value].kind == .name && isName(start, word) {
      throw PythonSyntaxError(
        "Missing parentheses in call to '\(word)'. Did you mean \(word)(...)?",
        at: Int(start.start))
    }
    guard brackets > 0, !isString(behind: first), !isSoftKeyword(start) else { return }
    let failed = invalidSyntax()
    let before = (position, token, furthest)
    defer {
      guessed = max(guessed, position)
      (position, token, furthest) = before
    }
    // What is beside the neighbour does not matter.
    let isLambda = token.kind == .lambdaKeyword
    guard (try? isLambda ? expression() : operation(.or)) != nil else { throw failed }
    throw PythonSyntaxError(
      "invalid syntax. Perhaps you forgot a comma?", at: Int(tree[value].start - base))
  }

  private func isString(behind first: Int) -> Bool {
    let next = first + 1 < tokens.count ? tokens[first + 1].kind : .endMarker
    return tokens[first].kind == .name && next == .string
  }

  /// Whether a soft keyword begins with the token, which is all that CPython compares.
  private func isSoftKeyword(_ token: PythonToken) -> Bool {
    guard token.kind == .name else { return false }
    let start = Int(base + token.start)
    let text = tree.bytes[start..<start + token.count]
    return ["_", "case", "match", "type"].contains { $0.utf8.starts(with: text) }
  }

  func doubleStarInGroup() -> PythonSyntaxError {
    failure("cannot use double starred expression here")
  }
}
