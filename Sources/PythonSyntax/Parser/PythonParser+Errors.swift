extension PythonParser {
  /// The error at the token that is looked at, which fits nowhere.
  func invalidSyntax() -> PythonSyntaxError {
    let token = tokens[max(position, furthest)]
    return switch token.kind {
    // CPython points at the last blank.
    case .indent:
      PythonSyntaxError("unexpected indent", at: max(0, Int(token.end) - 1), kind: .indentation)
    case .dedent: PythonSyntaxError("unexpected unindent", at: place(of: token), kind: .indentation)
    default: PythonSyntaxError("invalid syntax", at: Int(token.start))
    }
  }

  /// An error at the token that is looked at.
  func failure(_ message: String) -> PythonSyntaxError {
    PythonSyntaxError(message, at: place(of: token))
  }

  /// Where CPython points for a token: at the last line end for what is behind it.
  func place(of token: PythonToken) -> Int {
    let end = tokens[tokens.count - 1].start
    return token.start < end ? Int(token.start) : max(0, Int(end) - 1)
  }

  func tooDeep(at offset: UInt32) -> PythonSyntaxError {
    PythonSyntaxError("too deeply nested", at: Int(offset))
  }

  /// The error when an expression that is no name stands before `:=`, or any before a lone `=`.
  mutating func misplacedAssignment(to value: PythonNodeID) -> PythonSyntaxError {
    let start = tree[value].start - base
    if token.kind == .colonEqual {
      let isBareName = tree[value].kind == .name && tokens[max(0, position - 1)].kind == .name
      guard !isBareName, isFollowedByValue() else { return invalidSyntax() }
      let name = description(of: value)
      return PythonSyntaxError("cannot use assignment expressions with \(name)", at: Int(start))
    }
    guard isFollowedByLoneValue(), let name = comparand(value) else { return invalidSyntax() }
    if name == "name" { return meantComparison(at: start) }
    return meantEquality(name, at: start)
  }

  /// Whether behind the token that is looked at comes an expression.
  func isFollowedByValue() -> Bool {
    var attempt = self
    attempt.advance()
    return (try? attempt.expression()) != nil
  }

  /// Whether behind the `=` that is looked at comes one operand, and no further assignment.
  func isFollowedByLoneValue() -> Bool {
    var attempt = self
    attempt.advance()
    guard (try? attempt.operation(.bitOr)) != nil else { return false }
    return attempt.token.kind != .equal && attempt.token.kind != .colonEqual
  }

  /// What an operand is called that may have been meant to be compared.
  func comparand(_ value: PythonNodeID) -> String? {
    switch tree[value].kind {
    case .tuple, .listDisplay, .generator, .trueLiteral, .falseLiteral, .noneLiteral, .compare,
      .boolean, .conditional, .lambda, .namedExpression:
      nil
    case .unary where tree[value].detail == PythonOperator.not.rawValue: nil
    default: description(of: value)
    }
  }

  func meantComparison(at offset: UInt32) -> PythonSyntaxError {
    PythonSyntaxError(
      "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", at: Int(offset))
  }

  func meantEquality(_ name: String, at offset: UInt32) -> PythonSyntaxError {
    PythonSyntaxError(
      "cannot assign to \(name) here. Maybe you meant '==' instead of '='?", at: Int(offset))
  }

  func containsAssignment(at offset: UInt32) -> PythonSyntaxError {
    PythonSyntaxError(
      "expression cannot contain assignment, perhaps you meant \"==\"?", at: Int(offset))
  }

  func cannotAssignToKeyword() -> PythonSyntaxError {
    let start = Int(base + token.start)
    let word = String(decoding: tree.bytes[start..<start + token.count], as: UTF8.self)
    return failure("cannot assign to \(word)")
  }
}

extension PythonParser {
  /// Whether CPython, having met `error`, reads on to `lexical` and reports that instead.
  func isHidden(
    _ error: PythonSyntaxError, by lexical: PythonSyntaxError, in source: PythonSource
  ) -> Bool {
    guard lexical.kind == .syntax, error.kind == .syntax || error.message.hasPrefix("expected")
    else { return false }
    if lexical.message.hasSuffix("was never closed") {
      let last = tokens[max(position, furthest, guessed)]
      return Int(last.line) > source.line(of: lexical.offset)
    }
    let silent = ["unexpected character after line", "unexpected EOF", "f-string: expecting '}'"]
    return !silent.contains { lexical.message.hasPrefix($0) }
  }
}
