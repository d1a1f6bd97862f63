/// Something that pyflakes finds in a parsed file.
package struct PythonProblem: Sendable {
  /// What is wrong.
  package var kind: Kind
  /// The byte at which it is reported.
  package var offset: Int
  /// The name, format or list that the report mentions.
  package var subject: String
  /// More that the report mentions: where names may come from, how many values there are.
  package var detail: String
  /// The byte of the statement that the report refers to, if it refers to one.
  package var related: Int?
}
