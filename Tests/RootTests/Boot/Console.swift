/// What a machine printed while it booted.
struct Console {
  private let lines: [String]

  init(_ lines: [String]) { self.lines = lines }

  /// Whether the unit of the marker came to its end.
  var hasBooted: Bool { lines.contains("BOOTED") && lines.contains("END") }

  /// Source, target and type of each mount.
  var mounts: [String] { rows(after: "MOUNT ") }

  var failedUnits: [String] { rows(after: "FAILED ") }

  /// For messages.
  var tail: String { lines.suffix(30).joined(separator: "\n") }

  private func rows(after prefix: String) -> [String] {
    lines.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
  }
}
