import CSandbox
import Glibc
package import SystemPackage

extension RootedDirectory {
  /// Writes the file anew, in place of whatever has its name; nothing is written through a link.
  package func write(_ bytes: [UInt8], to path: FilePath, mode: mode_t) throws(Errno) {
    try remove(path)
    try inParent(of: path) { parent, name throws(Errno) in
      let file = openat(parent, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
      guard file >= 0 else { throw Errno(rawValue: errno) }
      try FileDescriptor(rawValue: file).writeAllAndClose(bytes)
      // The mode is as asked for, whatever the umask.
      try check(fchmodat(parent, name, mode, 0))
    }
  }

  /// Renames a file or link; both names lie in directories that exist.
  package func rename(_ path: FilePath, to other: FilePath) throws(Errno) {
    try inParent(of: path) { parent, name throws(Errno) in
      try inParent(of: other) { otherParent, otherName throws(Errno) in
        try check(renameat(parent, name, otherParent, otherName))
      }
    }
  }

  /// Makes one directory, unless it is there.
  package func createDirectory(_ path: FilePath, mode: mode_t = 0o755) throws(Errno) {
    try inParent(of: path) { parent, name throws(Errno) in
      if mkdirat(parent, name, mode) != 0, errno != EEXIST { throw Errno(rawValue: errno) }
    }
  }

  /// Removes a file, or a directory with all that is in it; nothing happens when there is none.
  package func remove(_ path: FilePath) throws(Errno) {
    guard let status = try status(of: path) else { return }
    if status.kind == .directory {
      for name in try entries(of: path) { try remove(path.appending(name)) }
    }
    try inParent(of: path) { parent, name throws(Errno) in
      try check(unlinkat(parent, name, status.kind == .directory ? AT_REMOVEDIR : 0))
    }
  }

  /// Cuts a regular file to nothing; its owner and mode stay.
  package func truncate(_ path: FilePath) throws(Errno) {
    guard let file = try open(path, O_WRONLY | O_TRUNC | O_NOFOLLOW) else { return }
    close(file)
  }

  /// The regular files below a directory, links not followed, sorted.
  package func files(below path: FilePath) throws(Errno) -> [FilePath] {
    var files: [FilePath] = []
    for name in try entries(of: path) {
      let child = path.appending(name)
      switch try status(of: child)?.kind {
      case .regular: files.append(child)
      case .directory: files += try self.files(below: child)
      default: break
      }
    }
    return files
  }

  /// Calls `body` with a descriptor of the directory that holds `path`, and the last component.
  private func inParent(
    of path: FilePath, _ body: (CInt, UnsafePointer<CChar>) throws(Errno) -> Void
  ) throws(Errno) {
    guard let name = path.lastComponent else { throw .invalidArgument }
    let directory = path.removingLastComponent()
    let parent = try open(directory.isEmpty ? "." : directory, TIE_O_PATH | O_DIRECTORY)
    guard let parent else { throw .noSuchFileOrDirectory }
    defer { close(parent) }
    let result = name.withPlatformString { name in
      Result { () throws(Errno) in try body(parent, name) }
    }
    try result.get()
  }

  private func check(_ result: CInt) throws(Errno) {
    if result != 0 { throw Errno(rawValue: errno) }
  }
}
