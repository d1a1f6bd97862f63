import Glibc

/// Runs blocking work on a thread of its own: the threads of Swift's pool must never block.
package enum DedicatedThread {
  /// The value of `work`, which may block as long as it likes.
  package static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      let body: @Sendable () -> Void = { continuation.resume(returning: work()) }
      // Out of threads: late is better than never.
      if !start(body) { body() }
    }
  }

  /// Runs `work`, for which nobody waits; false where the system has no thread left.
  package static func start(_ work: @escaping @Sendable () -> Void) -> Bool {
    let context = Unmanaged.passRetained(Work(work))
    var thread = pthread_t()
    guard pthread_create(&thread, nil, { Self.main($0) }, context.toOpaque()) == 0 else {
      context.release()
      return false
    }
    pthread_detach(thread)
    return true
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private static func main(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
    return nil
  }
}
