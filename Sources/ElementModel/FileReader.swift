import Diagnostics
import Glibc
import SystemPackage

/// Reads whole files.
enum FileReader {
  static func contents(of path: FilePath) throws(InputError) -> [UInt8] {
    do {
      // A fifo that took the file's place must not block us.
      let file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .nonBlocking])
      return try file.closeAfter { try readAll(file) }
    } catch {
      throw unreadable(path, error as? Errno)
    }
  }

  /// The first bytes of a file, as many as there are.
  static func start(of path: FilePath, _ count: Int) throws(InputError) -> [UInt8] {
    do {
      let file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .nonBlocking])
      return try file.closeAfter { try read(file, upTo: count) }
    } catch {
      throw unreadable(path, error as? Errno)
    }
  }

  /// The error for a file or directory that cannot be read.
  static func unreadable(_ path: FilePath, _ errno: Errno?) -> InputError {
    InputError(
      "cannot be read: \(errno?.description ?? "unknown error")", at: SourceLocation(path),
      hint: errno == .permissionDenied ? "change its mode or owner" : "check the path")
  }

  /// Bytes; a file of an element that is larger is not a text.
  private static let limit = 1 << 28

  private static func readAll(_ file: FileDescriptor) throws -> [UInt8] {
    var status = stat()
    guard fstat(file.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
    guard status.st_size <= limit else { throw Errno.fileTooLarge }
    // One byte more than expected, so that the end shows without another round.
    var bytes = try read(file, upTo: Int(status.st_size) + 1)
    while bytes.count > status.st_size {
      let more = try read(file, upTo: 1 << 16)
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  private static func read(_ file: FileDescriptor, upTo count: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
        let length = try file.read(into: rest)
        if length == 0 { break }
        filled += length
      }
    }
  }
}
