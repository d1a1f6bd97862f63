extension PythonParser {
  /// The error at the token that is looked at, which fits nowhere.
  func invalidSyntax() -> PythonSyntaxError {
    switch token.kind {
    case .indent: PythonSyntaxError("unexpected indent", at: Int(lineEnd), kind: .indentation)
    case .dedent: PythonSyntaxError("unexpected unindent", at: Int(token.start), kind: .indentation)
    default: failure("invalid syntax")
    }
  }

  /// An error at the token that is looked at.
  func failure(_ message: String) -> PythonSyntaxError {
    PythonSyntaxError(message, at: Int(token.start))
  }

  func tooDeep(at offset: UInt32) -> PythonSyntaxError {
    PythonSyntaxError("too deeply nested", at: Int(offset))
  }

  /// The error when an expression that is no name stands before `:=`, or any before a lone `=`.
  mutating func misplacedAssignment(to value: PythonNodeID) -> PythonSyntaxError {
    let start = tree[value].start - base
    if token.kind == .colonEqual {
      let name = description(of: value)
      return PythonSyntaxError("cannot use assignment expressions with \(name)", at: Int(start))
    }
    guard isFollowedByLoneValue(), let name = comparand(value) else { return invalidSyntax() }
    if name == "name" { return meantComparison(at: start) }
    return meantEquality(name, at: start)
  }

  /// Whether behind the `=` that is looked at comes one operand, and no further assignment.
  mutating func isFollowedByLoneValue() -> Bool {
    let equal = (position, token, lastEnd, pending.count, tree.mark, depth, brackets)
    defer {
      (position, token, lastEnd) = (equal.0, equal.1, equal.2)
      pending.removeLast(pending.count - equal.3)
      tree.cut(to: equal.4)
      (depth, brackets) = (equal.5, equal.6)
    }
    advance()
    guard (try? operation(.bitOr)) != nil else { return false }
    return token.kind != .equal && token.kind != .colonEqual
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
