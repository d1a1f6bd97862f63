extension PythonParser {
  /// The colon behind a header, and the statements under it or behind it.
  ///
  /// Some headers want their colon whatever else follows; others only at the end of the line.
  mutating func block(
    after header: StaticString, line: UInt32, wantsColon: Bool = false
  ) throws(PythonSyntaxError) -> PythonNodeID {
    guard token.kind == .colon else {
      throw wantsColon || token.kind == .newline ? failure("expected ':'") : invalidSyntax()
    }
    advance()
    return try suite("expected an indented block after \(header) on line \(line)")
  }

  private mutating func suite(
    _ missing: @autoclosure () -> String
  ) throws(PythonSyntaxError) -> PythonNodeID {
    let start = begin()
    guard accept(.newline) else {
      try simpleStatements()
      return try finish(.block, start)
    }
    guard accept(.indent) else {
      throw PythonSyntaxError(missing(), at: place(of: token), kind: .indentation)
    }
    while token.kind != .dedent, token.kind != .endMarker { try statement() }
    _ = accept(.dedent)
    return try finish(.block, start)
  }
}
