import Glibc
import Sandbox
import Synchronization

/// Tells every now and then that the program is at work.
///
/// On a thread of its own, since a machine has one processor, and so Swift's pool one thread, which
/// long work such as that on an archive may hold. A class, because the thread and its owner share it.
final class SignsOfLife: Sendable {
  private let isOver = Mutex(false)

  /// Calls `send` until `stop` is called, with a pause after each call.
  ///
  /// - Throws: `BuildError` where the system has no thread left.
  init(milliseconds: UInt32 = 2000, _ send: @escaping @Sendable () -> Void) throws {
    let isStarted = DedicatedThread.start { [self] in
      while !isOver.withLock({ $0 }) {
        send()
        usleep(milliseconds * 1000)
      }
    }
    guard isStarted else {
      throw BuildError.stepFailed(
        title: "virtual machine", reason: "the system has no thread left")
    }
  }

  /// Ends the signs, but for one that may be on its way.
  func stop() { isOver.withLock { $0 = true } }
}
