import Diagnostics
import Synchronization

/// Counts the events it is sent.
final class Received: Sendable {
  private let events = Mutex(0)

  var count: Int { events.withLock { $0 } }

  var sink: ProgressSink { ProgressSink { _ in self.events.withLock { $0 += 1 } } }
}
