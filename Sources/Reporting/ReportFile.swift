import Glibc
import SystemPackage

/// A file that is complete or not there: written beside its name, then renamed.
package struct ReportFile {
  private let path: FilePath

  /// The file at `path`; missing folders above it are made.
  package init(_ path: FilePath) { self.path = path }

  /// Replaces the file's content.
  package func write(_ text: String) throws(OutputError) {
    try makeDirectories(path.removingLastComponent())
    let draft = FilePath(path.string + ".\(getpid()).new")
    do {
      let file = try FileDescriptor.open(
        draft, .writeOnly, options: [.create, .truncate],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
      try file.closeAfter { try OutputDescriptor(file).write(text) }
      guard rename(draft.string, path.string) == 0 else { throw Errno(rawValue: errno) }
    } catch {
      unlink(draft.string)
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
