import Sandbox
import SystemPackage

/// A walk over a rootfs that stays off what is mounted over it, such as `/proc`.
struct TreeWalk {
  private let root: RootedDirectory

  init(_ root: RootedDirectory) { self.root = root }

  /// All files and directories below `/`, each directory before its content, in byte order.
  func entries() throws(Errno) -> [TreeEntry] {
    var entries: [TreeEntry] = []
    var directory: FilePath = "/"
    try root.walk { event in
      switch event {
      case .entry(let name, let status):
        entries.append(TreeEntry(directory.appending(name), status))
      case .down: directory = entries.last?.path ?? directory
      case .up: directory.removeLastComponent()
      }
    }
    return entries
  }
}

extension TreeEntry {
  fileprivate init(_ path: FilePath, _ status: FileStatus) {
    self.init(
      path: path, kind: FileFacts.Kind(status.kind),
      mode: UInt16(truncatingIfNeeded: status.mode), size: status.size)
  }
}
