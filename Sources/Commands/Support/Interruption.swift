import Glibc
import Sandbox

/// SIGINT and SIGTERM, turned into the cancellation of a task, so that everything held is released.
struct Interruption {
  private let signals: sigset_t

  /// Blocks both signals in this thread and in all that start later; call it before any other.
  static func caught() -> Interruption {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    return Interruption(signals: signals)
  }

  /// Runs `body`; the first signal cancels it, a second one ends the process at once.
  func cancelling<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) async -> Value {
    let work = Task { await body() }
    let watcher = Task.detached {
      await DedicatedThread.run { wait() }
      work.cancel()
      await DedicatedThread.run { wait() }
      _exit(130)
    }
    defer { watcher.cancel() }
    return await work.value
  }

  private func wait() {
    var signals = signals
    var signal: CInt = 0
    sigwait(&signals, &signal)
  }
}
