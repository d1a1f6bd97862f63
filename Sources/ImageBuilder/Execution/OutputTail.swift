import Synchronization

/// The last lines of a hook's output, for the message when it fails.
final class OutputTail: Sendable {
  private let kept = Mutex<[String]>([])
  private let limit: Int

  /// Keeps the last `limit` lines.
  init(limit: Int = 40) { self.limit = limit }

  func add(_ line: String) {
    kept.withLock { lines in
      if lines.count == limit { lines.removeFirst() }
      lines.append(line)
    }
  }

  var lines: [String] { kept.withLock { $0 } }
}
