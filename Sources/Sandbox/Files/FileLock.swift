import Glibc
package import SystemPackage

/// An advisory lock on a file (`flock`), held until it is released or the program ends.
package final class FileLock: Sendable {
  // A class, because it owns a descriptor.
  private let descriptor: CInt

  private init(descriptor: CInt) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Waits for the lock that nobody else may hold.
  package static func exclusive(_ path: FilePath) async throws -> FileLock {
    try await waiting(path, LOCK_EX)
  }

  /// Waits for the lock that others may share.
  package static func shared(_ path: FilePath) async throws -> FileLock {
    try await waiting(path, LOCK_SH)
  }

  /// The exclusive lock, or nil while somebody else holds any.
  package static func exclusiveNow(_ path: FilePath) throws(Errno) -> FileLock? {
    let lock = try opened(path)
    if flock(lock.descriptor, LOCK_EX | LOCK_NB) == 0 { return lock }
    guard errno == EWOULDBLOCK else { throw Errno(rawValue: errno) }
    return nil
  }

  /// Gives the lock up; nothing happens when it is already given up.
  package func release() { flock(descriptor, LOCK_UN) }

  /// Asks again and again rather than block a thread of the cooperative pool.
  private static func waiting(_ path: FilePath, _ operation: CInt) async throws -> FileLock {
    let lock = try opened(path)
    while flock(lock.descriptor, operation | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { throw Errno(rawValue: errno) }
      try await Task.sleep(for: .milliseconds(20))
    }
    return lock
  }

  private static func opened(_ path: FilePath) throws(Errno) -> FileLock {
    let descriptor = path.withPlatformString {
      open($0, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    }
    if descriptor < 0 { throw Errno(rawValue: errno) }
    return FileLock(descriptor: descriptor)
  }
}
