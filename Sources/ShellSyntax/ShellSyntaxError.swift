package import Diagnostics

/// What keeps a script from being parsed. The shell stops at the first, and so does the parser.
package struct ShellSyntaxError: Error, Hashable, Sendable {
  /// Where bash sees the error.
  package var position: SourcePosition
  /// Bash's own wording, names in backquotes.
  package var message: String
  /// The next step, as an imperative.
  package var hint: String?
  /// Where the construct begins that is not closed, when that is the fault.
  package var opening: SourcePosition?
}
