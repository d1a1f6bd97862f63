import Synchronization

/// Lines that arrive on another thread, kept.
final class LineLog: Sendable {
  private let kept = Mutex<[String]>([])

  func add(_ line: String) { kept.withLock { $0.append(line) } }

  var all: [String] { kept.withLock { $0 } }
}
