import Glibc

/// Tells a poll loop that its task was cancelled; a class, because both sides hold the descriptor.
final class CancellationSignal: Sendable {
  private let pipe: Pipe

  init() throws(SandboxError) { pipe = try Pipe() }

  /// Readable once `raise` was called.
  var number: Int32 { pipe.read.number }

  func raise() { _ = write(pipe.write.number, "c", 1) }
}
