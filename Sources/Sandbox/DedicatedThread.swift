import Glibc

/// Runs blocking work on a thread of its own: the threads of Swift's pool must never block.
package enum DedicatedThread {
  /// The value of `work`, which may block as long as it likes.
  package static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      start { continuation.resume(returning: work()) }
    }
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private static func start(_ body: @escaping @Sendable () -> Void) {
    let context = Unmanaged.passRetained(Work(body))
    var thread = pthread_t()
    let failure = pthread_create(&thread, nil, { Self.main($0) }, context.toOpaque())
    // Out of threads: late is better than never.
    guard failure == 0 else { return context.takeRetainedValue().body() }
    pthread_detach(thread)
  }

  private static func main(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
    return nil
  }
}
