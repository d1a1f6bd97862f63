/// How large a document may be before it is refused, so that hostile input cannot exhaust us.
struct DocumentLimits: Sendable {
  /// Levels of lists and mappings, aliases resolved.
  var depth = 128
  /// Nodes, aliases resolved.
  var nodes = 1_000_000
  /// Bytes of a file.
  var bytes = 8 << 20
}
