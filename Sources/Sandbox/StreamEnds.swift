import Glibc

/// The payload's descriptors, and the ends from which the parent reads.
struct StreamEnds {
  let input: Int32
  let output: Int32
  let error: Int32
  let readers: [Reader]
  /// Kept open until the child has its copies.
  private let owned: [OwnedDescriptor]

  /// A pipe's end and the stream it carries.
  struct Reader {
    let descriptor: OwnedDescriptor
    let stream: OutputLine.Stream
  }

  init(for spec: SandboxSpec) throws(SandboxError) {
    guard let null = OwnedDescriptor(open("/dev/null", O_RDWR | O_CLOEXEC)) else {
      throw SandboxError(.start, errno: errno)
    }
    input = spec.standardInput == .null ? null.number : STDIN_FILENO
    switch spec.arguments.isEmpty ? nil : spec.streams {
    case nil:
      (output, error, readers, owned) = (null.number, null.number, [], [null])
    case .inherited:
      (output, error, readers, owned) = (STDOUT_FILENO, STDERR_FILENO, [], [null])
    case .merged:
      let pipe = try Pipe()
      (output, error) = (pipe.write.number, pipe.write.number)
      readers = [Reader(descriptor: pipe.read, stream: .output)]
      owned = [null, pipe.write]
    case .separate:
      let (first, second) = (try Pipe(), try Pipe())
      (output, error) = (first.write.number, second.write.number)
      readers = [
        Reader(descriptor: first.read, stream: .output),
        Reader(descriptor: second.read, stream: .error),
      ]
      owned = [null, first.write, second.write]
    }
  }
}
