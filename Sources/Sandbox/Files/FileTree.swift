import Glibc
package import SystemPackage

/// Whole trees of host files.
package enum FileTree {
  /// Removes a file, or a directory with all it holds; that there is none is well.
  ///
  /// Follows no symbolic link, and stops with "busy" at what is mounted inside. Directories that
  /// forbid their own removal, such as an overlay's work directory, are opened up first.
  package static func remove(_ path: FilePath) throws(Errno) {
    let result = path.withPlatformString { path in
      Result { () throws(Errno) in try removeEntry(path, in: AT_FDCWD) }
    }
    try result.get()
  }

  /// Copies a regular file or link, or makes an empty directory, with the mode of the original.
  ///
  /// - Throws: `.invalidArgument` for a file of another kind.
  package static func copy(_ source: FilePath, to target: FilePath) throws(Errno) {
    guard let status = FileStatus(source) else { throw .noSuchFileOrDirectory }
    switch status.kind {
    case .directory: try target.createDirectories(mode: status.mode)
    case .symbolicLink: try copyLink(source, to: target)
    case .characterDevice, .blockDevice, .fifo, .socket: throw .invalidArgument
    case .regular:
      try target.write(source.contents())
      try check { target.withPlatformString { chmod($0, status.mode) } }
    }
  }

  private static func copyLink(_ source: FilePath, to target: FilePath) throws(Errno) {
    guard let text = source.linkTarget() else { throw .noSuchFileOrDirectory }
    try check {
      text.withPlatformString { text in target.withPlatformString { symlink(text, $0) } }
    }
  }

  private static func check(_ call: () -> CInt) throws(Errno) {
    if call() != 0 { throw Errno(rawValue: errno) }
  }
}
