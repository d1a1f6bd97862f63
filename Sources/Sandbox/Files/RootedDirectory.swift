import CSandbox
import Glibc
package import SystemPackage

/// A directory taken as `/`: no path and no symbolic link leads out of it.
///
/// Paths are relative to it or absolute within it. What does not exist is nil, false or empty;
/// other failures throw `Errno`.
package final class RootedDirectory: Sendable {
  // A class, because it owns a descriptor.
  private let descriptor: CInt

  /// The directory at `path` on the host.
  package init(_ path: FilePath) throws(Errno) {
    descriptor = path.withPlatformString {
      Glibc.open($0, TIE_O_PATH | O_DIRECTORY | O_CLOEXEC)
    }
    if descriptor < 0 { throw Errno(rawValue: errno) }
  }

  deinit { close(descriptor) }

  /// The status of a file, of a link itself unless `following`; nil when there is none.
  package func status(of path: FilePath, following: Bool = false) throws(Errno) -> FileStatus? {
    let flags = TIE_O_PATH | (following ? 0 : O_NOFOLLOW)
    guard let file = try open(path, flags) else { return nil }
    defer { close(file) }
    return FileStatus(descriptor: file)
  }

  /// Whether there is a file of that name, be it a dangling link.
  package func exists(_ path: FilePath) throws(Errno) -> Bool { try status(of: path) != nil }

  /// Whether the file is a symbolic link.
  package func isSymbolicLink(_ path: FilePath) throws(Errno) -> Bool {
    try status(of: path)?.kind == .symbolicLink
  }

  /// Whether nobody may change the file (`chattr +i`), be it that an overlay that had it on top said so.
  package func isImmutable(_ path: FilePath) throws(Errno) -> Bool {
    guard let file = try open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW) else { return false }
    defer { close(file) }
    return tie_is_immutable(file) != 0
  }

  /// The text of a symbolic link; nil when there is no such link.
  package func linkTarget(of path: FilePath) throws(Errno) -> FilePath? {
    guard let file = try open(path, TIE_O_PATH | O_NOFOLLOW) else { return nil }
    defer { close(file) }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlinkat(file, "", &buffer, buffer.count)
    guard count > 0 else { return nil }
    return FilePath(String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self))
  }

  /// The bytes of a regular file, links followed; nil when there is none.
  ///
  /// - Throws: `.fileTooLarge` beyond `limit` bytes.
  package func contents(of path: FilePath, limit: Int = 1 << 28) throws(Errno) -> [UInt8]? {
    guard let file = try open(path, O_RDONLY | O_NONBLOCK) else { return nil }
    return try FileDescriptor(rawValue: file).readAll(limit: limit)
  }

  /// The names in a directory, sorted; none when there is no such directory. What is not UTF-8 in
  /// them is repaired.
  package func children(of path: FilePath) throws(Errno) -> [String] {
    try entries(of: path).map(\.string)
  }

  /// The names in a directory as the file system has them, in byte order; none when there is no such
  /// directory.
  package func entries(of path: FilePath) throws(Errno) -> [FilePath.Component] {
    guard let file = try open(path, O_RDONLY | O_DIRECTORY) else { return [] }
    guard let stream = fdopendir(file) else {
      close(file)
      throw Errno(rawValue: errno)
    }
    defer { closedir(stream) }
    return entryNames(in: stream).compactMap(\.component)
  }

  /// Tells all that is in the directory to `report`, see `FileTree.walk`.
  package func walk(_ report: (FileTree.Event) -> Void) throws(Errno) {
    guard let directory = try open(".", O_RDONLY | O_DIRECTORY) else {
      throw .noSuchFileOrDirectory
    }
    try FileTree.walk(directory, report)
  }

  /// A descriptor for `path`; nil when it, or a directory on the way, does not exist.
  func open(_ path: FilePath, _ flags: CInt, mode: mode_t = 0) throws(Errno) -> CInt? {
    let file = withExtendedLifetime(self) {
      path.withPlatformString { tie_open_in_root(descriptor, $0, UInt64(flags), UInt32(mode)) }
    }
    if file >= 0 { return file }
    let error = errno
    if error == ENOENT || error == ENOTDIR { return nil }
    throw Errno(rawValue: error)
  }
}
