import Glibc
import SystemPackage

/// A file descriptor written to in full, whatever interrupts it.
package struct OutputDescriptor: Sendable {
  private let descriptor: FileDescriptor

  /// Writes to `descriptor`, which stays the caller's.
  package init(_ descriptor: FileDescriptor) { self.descriptor = descriptor }

  package static let standardOutput = OutputDescriptor(.standardOutput)
  package static let standardError = OutputDescriptor(.standardError)

  /// Writes the text. A reader that went away, as in `tie-check lint | head`, is no error: what
  /// it does not want is dropped.
  package func write(_ text: String) throws(OutputError) {
    try write(Array(text.utf8))
  }

  /// Writes the bytes, as `write(_:)` of a text does.
  package func write(_ bytes: [UInt8]) throws(OutputError) {
    let cause = withoutBrokenPipeSignal { bytes.withUnsafeBytes(writeAll) }
    if let cause, cause != .brokenPipe { throw OutputError(nil, cause) }
  }

  /// Writes until nothing is left; gives the error that stopped it.
  private func writeAll(_ bytes: UnsafeRawBufferPointer) -> Errno? {
    var rest = bytes[...]
    while !rest.isEmpty {
      do {
        rest = rest.dropFirst(try descriptor.write(UnsafeRawBufferPointer(rebasing: rest)))
      } catch let cause as Errno where cause == .resourceTemporarilyUnavailable {
        waitUntilWritable()
      } catch {
        return error as? Errno ?? .ioError
      }
    }
    return nil
  }

  /// A terminal shared with a program that made it non-blocking.
  private func waitUntilWritable() {
    var request = pollfd(fd: descriptor.rawValue, events: Int16(POLLOUT), revents: 0)
    poll(&request, 1, -1)
  }

  /// Runs `body` with SIGPIPE blocked in this thread, and takes the signal back if there was one.
  ///
  /// Ignoring it in the whole process would be inherited by hooks, whose pipelines rely on it.
  private func withoutBrokenPipeSignal(_ body: () -> Errno?) -> Errno? {
    var signals = sigset_t()
    var previous = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, &previous)
    let cause = body()
    if cause == .brokenPipe {
      var noTime = timespec()
      sigtimedwait(&signals, nil, &noTime)
    }
    pthread_sigmask(SIG_SETMASK, &previous, nil)
    return cause
  }
}

extension OutputDescriptor {
  /// Whether a person is reading.
  package var isTerminal: Bool { isatty(descriptor.rawValue) == 1 }

  /// Columns and rows of the terminal now; 80 by 24 when it does not say.
  var terminalSize: (columns: Int, rows: Int) {
    var size = winsize()
    let status = ioctl(descriptor.rawValue, UInt(TIOCGWINSZ), &size)
    guard status == 0, size.ws_col > 0, size.ws_row > 0 else { return (80, 24) }
    return (Int(size.ws_col), Int(size.ws_row))
  }
}
