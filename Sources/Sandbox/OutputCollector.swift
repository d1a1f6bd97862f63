import Glibc

/// Reads the pipes of a payload and hands on lines.
final class OutputCollector {
  private var sources: [Source]
  private var buffer = [UInt8](repeating: 0, count: 64 * 1024)
  private let receive: (OutputLine) -> Void

  private struct Source {
    /// Nothing after end-of-file.
    var descriptor: OwnedDescriptor?
    let stream: OutputLine.Stream
    var splitter = LineSplitter()
  }

  init(_ readers: [StreamEnds.Reader], receive: @escaping (OutputLine) -> Void) {
    sources = readers.map { Source(descriptor: $0.descriptor, stream: $0.stream) }
    self.receive = receive
  }

  /// The descriptors to poll; -1 for a finished one, which poll ignores.
  var numbers: [Int32] { sources.map { $0.descriptor?.number ?? -1 } }

  /// Reads what one buffer holds from a source; whether there was something.
  @discardableResult
  func read(_ index: Int) -> Bool {
    guard let descriptor = sources[index].descriptor else { return false }
    let stream = sources[index].stream
    let count = buffer.withUnsafeMutableBytes { buffer in
      let count = Glibc.read(descriptor.number, buffer.baseAddress, buffer.count)
      if count > 0 {
        sources[index].splitter.split(UnsafeRawBufferPointer(rebasing: buffer[..<count])) {
          receive(OutputLine(stream, bytes: $0))
        }
      }
      return count
    }
    let isInterrupted = count < 0 && (errno == EAGAIN || errno == EINTR)
    if count <= 0 && !isInterrupted { sources[index].descriptor = nil }
    return count > 0
  }

  /// Reads what is left, and hands on lines without an end.
  func finish() {
    for index in sources.indices {
      while read(index) { continue }
      let stream = sources[index].stream
      sources[index].splitter.finish { receive(OutputLine(stream, bytes: $0)) }
    }
  }
}
