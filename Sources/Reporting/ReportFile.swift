import Glibc
import SystemPackage

/// A file that is complete or not there: written beside its name, then renamed.
///
/// Only regular files are replaced. A symbolic link stays and what it leads to is replaced; a device
/// or a pipe is written to.
package struct ReportFile {
  private let path: FilePath

  /// The file at `path`; missing folders above it are made.
  package init(_ path: FilePath) { self.path = path }

  /// Replaces the file's content.
  package func write(_ text: String) throws(OutputError) { try write(Array(text.utf8)) }

  /// Replaces the file's content.
  package func write(_ bytes: [UInt8]) throws(OutputError) {
    try makeDirectories(path.removingLastComponent())
    switch destination {
    case .replaceable(let file): try replace(file, with: bytes)
    case .other: try write(bytes, to: path, options: [])
    case .missingTarget: try write(bytes, to: path, options: [.create])
    }
  }

  /// Removes what an earlier run wrote there, so that nobody takes it for this run's.
  package func withdraw() throws(OutputError) {
    guard case .replaceable(let file) = destination, unlink(file.string) != 0 else { return }
    if errno != ENOENT { throw OutputError(path, Errno(rawValue: errno)) }
  }

  /// What there is at the path.
  private enum Destination {
    /// A regular file, all links resolved, or nothing.
    case replaceable(FilePath)
    /// A link that leads nowhere yet.
    case missingTarget
    /// A device, a pipe, a directory.
    case other
  }

  private var destination: Destination {
    var status = stat()
    guard stat(path.string, &status) == 0 else {
      return lstat(path.string, &status) == 0 ? .missingTarget : .replaceable(path)
    }
    guard status.st_mode & S_IFMT == S_IFREG, let resolved = realpath(path.string, nil) else {
      return .other
    }
    defer { free(resolved) }
    return .replaceable(FilePath(platformString: resolved))
  }

  private func replace(_ file: FilePath, with bytes: [UInt8]) throws(OutputError) {
    let draft = FilePath(file.string + ".\(getpid()).new")
    do throws(OutputError) {
      try write(bytes, to: draft, options: [.create, .truncate])
      guard rename(draft.string, file.string) == 0 else {
        throw OutputError(path, Errno(rawValue: errno))
      }
    } catch {
      unlink(draft.string)
      throw error
    }
  }

  private func write(
    _ bytes: [UInt8], to place: FilePath, options: FileDescriptor.OpenOptions
  ) throws(OutputError) {
    do {
      let file = try FileDescriptor.open(
        place, .writeOnly, options: options.union(.closeOnExec),
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
      try file.closeAfter { try OutputDescriptor(file).write(bytes) }
    } catch {
      throw OutputError(path, (error as? OutputError)?.cause ?? (error as? Errno) ?? .ioError)
    }
  }
}

/// Makes a folder and all above it.
func makeDirectories(_ path: FilePath) throws(OutputError) {
  guard !path.isEmpty, mkdir(path.string, 0o755) != 0 else { return }
  switch Errno(rawValue: errno) {
  case .fileExists: return
  case .noSuchFileOrDirectory:
    try makeDirectories(path.removingLastComponent())
    guard mkdir(path.string, 0o755) == 0 || errno == EEXIST else {
      throw OutputError(path, Errno(rawValue: errno))
    }
  case let cause: throw OutputError(path, cause)
  }
}
