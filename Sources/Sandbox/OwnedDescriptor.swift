import Glibc

/// A file descriptor that is closed with its last reference.
final class OwnedDescriptor: Sendable {
  let number: Int32

  /// Takes over what a system call returned; nothing for -1.
  init?(_ number: Int32) {
    guard number >= 0 else { return nil }
    self.number = number
  }

  deinit { close(number) }
}
