import Glibc

/// SIGINT, SIGTERM and SIGHUP, waited for so that everything held can be released.
struct Interruption {
  private let signals: sigset_t

  /// Blocks the signals in this thread and in all that start later; call it before any other.
  static func caught() -> Interruption {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    return Interruption(signals: signals)
  }

  /// Waits for one of the signals.
  func wait() {
    var signals = signals
    var signal: CInt = 0
    sigwait(&signals, &signal)
  }

  /// Waits for one that is meant to be another: `timeout` and terminals send the first one twice.
  func waitForAnother() {
    let first = ContinuousClock.now
    repeat { wait() } while ContinuousClock.now - first < .seconds(1)
  }
}
