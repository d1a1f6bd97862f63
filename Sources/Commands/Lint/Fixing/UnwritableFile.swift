import Diagnostics
import SystemPackage

/// A file that fixes would change, and that cannot be changed. It is as it was.
struct UnwritableFile: Error, Equatable, CustomStringConvertible {
  let path: FilePath
  let problem: String
  let hint: String

  init(_ path: FilePath, _ problem: String, hint: String) {
    self.path = path
    self.problem = problem
    self.hint = hint
  }

  /// A call that failed.
  init(_ path: FilePath, _ cause: Errno) {
    let hint =
      switch cause {
      case .noSpace: "make room on the disk"
      case .readOnlyFileSystem: "mount the file system for writing"
      default: "change the mode or the owner of the file or of its directory"
      }
    self.init(path, "cannot be changed: \(cause)", hint: hint)
  }

  var description: String { "\(path): \(problem)\n  hint: \(hint)" }
}
