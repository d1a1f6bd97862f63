import Glibc
import SystemPackage

/// An open directory; entries are examined relative to it.
struct DirectoryHandle: ~Copyable {
  private let stream: OpaquePointer
  private let descriptor: Int32

  /// Opens a directory, links followed.
  init(_ path: FilePath) throws(Errno) { try self.init(path, relativeTo: AT_FDCWD, flags: 0) }

  private init(_ path: FilePath, relativeTo parent: Int32, flags: Int32) throws(Errno) {
    let descriptor = path.withPlatformString {
      openat(parent, $0, O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags)
    }
    guard descriptor >= 0 else { throw Errno(rawValue: errno) }
    guard let stream = fdopendir(descriptor) else {
      let failure = Errno(rawValue: errno)
      close(descriptor)
      throw failure
    }
    self.stream = stream
    self.descriptor = descriptor
  }

  deinit { closedir(stream) }

  /// Opens a directory in this one, not through a link.
  borrowing func directory(named name: FilePath) throws(Errno) -> DirectoryHandle {
    try DirectoryHandle(name, relativeTo: descriptor, flags: O_NOFOLLOW)
  }

  /// The names of the entries in byte order, without `.` and `..`.
  borrowing func names() -> [FilePath] {
    rewinddir(stream)
    var names: [FilePath] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        FilePath(platformString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.precedesInBytes($1) }
  }

  /// What `name` is, or, with `followingLinks`, what it leads to.
  borrowing func status(
    of name: FilePath, followingLinks: Bool = false
  ) throws(Errno) -> FileStatus {
    var status = stat()
    let flags = followingLinks ? 0 : AT_SYMLINK_NOFOLLOW
    guard name.withPlatformString({ fstatat(descriptor, $0, &status, flags) }) == 0 else {
      throw Errno(rawValue: errno)
    }
    return FileStatus(status)
  }

  /// Whether `name` is a directory or a link to one.
  borrowing func leadsToDirectory(_ name: FilePath) -> Bool {
    (try? status(of: name, followingLinks: true))?.isDirectory ?? false
  }

  /// The text of the link `name`.
  borrowing func target(ofLink name: FilePath) throws(Errno) -> FilePath {
    // One byte stays zero, to end the string.
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let length = name.withPlatformString {
      readlinkat(descriptor, $0, &buffer, Int(PATH_MAX))
    }
    guard length >= 0 else { throw Errno(rawValue: errno) }
    return FilePath(platformString: buffer)
  }
}

/// The parts of a file's status that elements are about.
struct FileStatus {
  let type: mode_t
  let mode: UInt16
  let size: Int

  init(_ status: stat) {
    type = status.st_mode & S_IFMT
    mode = UInt16(status.st_mode & 0o7777)
    size = Int(status.st_size)
  }

  var isDirectory: Bool { type == S_IFDIR }
  var isSymlink: Bool { type == S_IFLNK }

  /// The type as an element's; links need their target and are not answered here.
  var kind: ElementFile.Kind {
    switch type {
    case S_IFREG: .regular
    case S_IFDIR: .directory
    default: .other
    }
  }
}

extension FilePath {
  /// Byte order of the whole path, which is not the order of its components.
  func precedesInBytes(_ other: FilePath) -> Bool {
    withPlatformString { left in other.withPlatformString { right in strcmp(left, right) < 0 } }
  }
}
