/// What keeps a text from being Python. CPython stops at the first, and so do lexer and parser.
package struct PythonSyntaxError: Error, Hashable, Sendable {
  /// The exception that CPython raises.
  package enum Kind: String, Sendable {
    case syntax = "SyntaxError"
    case indentation = "IndentationError"
    case tab = "TabError"
  }

  /// The exception that CPython raises.
  package var kind: Kind
  /// CPython's own wording.
  package var message: String
  /// The byte at which CPython points.
  package var offset: Int

  /// An error at a byte offset.
  package init(_ message: String, at offset: Int, kind: Kind = .syntax) {
    self.kind = kind
    self.message = message
    self.offset = offset
  }
}
