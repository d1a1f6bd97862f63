import Synchronization

/// Lines that arrive on another thread, kept.
package final class LineLog: Sendable {
  private let kept = Mutex<[String]>([])

  package init() {}

  package func add(_ line: String) { kept.withLock { $0.append(line) } }

  package var all: [String] { kept.withLock { $0 } }
}
