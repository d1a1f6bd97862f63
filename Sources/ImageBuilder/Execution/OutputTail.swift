import Synchronization

/// The last lines of a hook's output, for the message when it fails.
final class OutputTail: Sendable {
  private let kept = Mutex<[String]>([])

  func add(_ line: String) {
    kept.withLock { lines in
      if lines.count == 40 { lines.removeFirst() }
      lines.append(line)
    }
  }

  var lines: [String] { kept.withLock { $0 } }
}
