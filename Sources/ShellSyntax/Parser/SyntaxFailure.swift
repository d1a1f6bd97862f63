/// A syntax error at a byte offset.
struct SyntaxFailure: Error {
  var offset: Int
  var message: String
  var hint: String?
  /// Where the construct begins that is not closed.
  var opening: Int?
}

extension ShellSyntaxError {
  init(_ failure: SyntaxFailure, in source: ShellSource) {
    self.init(
      position: source.position(ofByteOffset: failure.offset), message: failure.message,
      hint: failure.hint, opening: failure.opening.map(source.position(ofByteOffset:)))
  }
}
