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
    let failed = failure("invalid syntax")
    guard (try? expression()) != nil else { throw failed }
    throw PythonSyntaxError(
      "invalid syntax. Perhaps you forgot a comma?", at: Int(start.start))
  }

  private func isString(behind first: Int) -> Bool {
    let next = first + 1 < tokens.count ? tokens[first + 1].kind : .endMarker
    return tokens[first].kind == .name && next == .string
  }

  private func isSoftKeyword(_ token: PythonToken) -> Bool {
    ["_", "case", "match", "type"].contains { isName(token, $0) }
  }

  func doubleStarInGroup() -> PythonSyntaxError {
    failure("cannot use double starred expression here")
  }

  /// Where the line of the token that was taken last ends, at which CPython points for an indent.
  var lineEnd: UInt32 { token.end }
}
