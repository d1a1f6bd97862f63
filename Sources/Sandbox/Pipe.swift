import CSandbox
import Glibc

/// A pipe whose reading end does not block.
struct Pipe: Sendable {
  let read: OwnedDescriptor
  let write: OwnedDescriptor

  init() throws(SandboxError) {
    var numbers: [Int32] = [-1, -1]
    guard tie_pipe(&numbers) == 0, let read = OwnedDescriptor(numbers[0]),
      let write = OwnedDescriptor(numbers[1])
    else { throw SandboxError(.start, errno: errno) }
    _ = fcntl(numbers[0], F_SETFL, O_NONBLOCK)
    self.read = read
    self.write = write
  }
}
