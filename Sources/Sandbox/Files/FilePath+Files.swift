import CSandbox
import Glibc
package import SystemPackage

extension FilePath {
  /// The bytes of the regular file.
  ///
  /// - Throws: `Errno`; `.fileTooLarge` when it has more than `limit` bytes.
  package func contents(limit: Int = 1 << 30) throws(Errno) -> [UInt8] {
    try opened(.readOnly, options: [.closeOnExec, .nonBlocking]).readAll(limit: limit)
  }

  /// Writes the file anew.
  package func write(
    _ bytes: [UInt8], mode: FilePermissions = [.ownerReadWrite, .groupRead, .otherRead]
  )
    throws(Errno)
  {
    try opened(.writeOnly, options: [.create, .truncate, .closeOnExec], mode: mode)
      .writeAllAndClose(bytes)
  }

  /// Writes the file beside its place and renames it, so that nobody reads half of it.
  package func replace(with bytes: [UInt8]) throws(Errno) {
    let number = UInt32.random(in: 0...UInt32.max)
    let beside = removingLastComponent().appending(".\(lastComponent?.string ?? "").\(number)")
    try beside.write(bytes)
    try beside.rename(to: self)
  }

  /// Renames the file or directory.
  package func rename(to other: FilePath) throws(Errno) {
    try check { withPlatformString { from in other.withPlatformString { Glibc.rename(from, $0) } } }
  }

  /// Renames the file or directory, unless something has the other name already.
  package func renameUnlessTaken(to other: FilePath) throws(Errno) {
    try check {
      withPlatformString { from in other.withPlatformString { tie_rename_new(from, $0) } }
    }
  }

  /// The names in the directory, without `.` and `..`, sorted; what is not UTF-8 in them is repaired.
  package func children() throws(Errno) -> [String] {
    guard let stream = withPlatformString({ opendir($0) }) else { throw Errno(rawValue: errno) }
    defer { closedir(stream) }
    return entryNames(in: stream).map(\.text)
  }

  /// Makes the directory and those above it that are missing.
  package func createDirectories(mode: mode_t = 0o755) throws(Errno) {
    if FileStatus(self, following: true)?.kind == .directory { return }
    let parent = removingLastComponent()
    if parent != self, !parent.isEmpty { try parent.createDirectories(mode: mode) }
    if withPlatformString({ mkdir($0, mode) }) != 0, errno != EEXIST {
      throw Errno(rawValue: errno)
    }
  }

  /// Where the symbolic link points; nil when it is none.
  package func linkTarget() -> FilePath? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = withPlatformString { readlink($0, &buffer, buffer.count - 1) }
    guard count >= 0 else { return nil }
    return FilePath(String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self))
  }

  /// Writes everything of the file system that holds the directory to disk.
  package func syncFileSystem() throws(Errno) {
    let directory = try opened(.readOnly, options: [.directory, .closeOnExec])
    defer { try? directory.close() }
    try check { tie_sync_file_system(directory.rawValue) }
  }

  private func opened(
    _ access: FileDescriptor.AccessMode, options: FileDescriptor.OpenOptions,
    mode: FilePermissions? = nil
  ) throws(Errno) -> FileDescriptor {
    try onlyErrno { try FileDescriptor.open(self, access, options: options, permissions: mode) }
  }

  private func check(_ call: () -> CInt) throws(Errno) {
    if call() != 0 { throw Errno(rawValue: errno) }
  }
}

extension FileDescriptor {
  /// All that is to be read, then the descriptor is closed.
  func readAll(limit: Int) throws(Errno) -> [UInt8] {
    defer { try? close() }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try onlyErrno { try buffer.withUnsafeMutableBytes { try read(into: $0) } }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
      if bytes.count > limit { throw .fileTooLarge }
    }
  }

  func writeAllAndClose(_ bytes: [UInt8]) throws(Errno) {
    _ = try onlyErrno { try closeAfter { try writeAll(bytes) } }
  }
}

/// Swift-system throws nothing but `Errno`, without saying so in its types.
private func onlyErrno<T>(_ body: () throws -> T) throws(Errno) -> T {
  do { return try body() } catch { throw error as? Errno ?? .ioError }
}
