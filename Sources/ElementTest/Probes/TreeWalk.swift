import Sandbox
import SystemPackage

/// A walk over a rootfs that stays off what is mounted over it, such as `/proc`.
struct TreeWalk {
  private let root: RootedDirectory

  init(_ root: RootedDirectory) { self.root = root }

  /// All files and directories below `/`, each directory before its content, in byte order.
  func entries() throws(Errno) -> [TreeEntry] {
    var entries: [TreeEntry] = []
    // The paths of the directories on the way, each without the zero at its end.
    var directories: [[CChar]] = [[]]
    var last: [CChar] = []
    try root.walk { event in
      switch event {
      case .entry(let name, let status):
        let path = (directories.last ?? []) + [Self.separator] + name.platformString
        entries.append(TreeEntry(path, status))
        if status.kind == .directory { last = path.dropLast() }
      case .down: directories.append(last)
      case .up: directories.removeLast()
      }
    }
    return entries
  }

  private static let separator = CChar(UInt8(ascii: "/"))
}

extension TreeEntry {
  fileprivate init(_ path: [CChar], _ status: FileStatus) {
    self.init(
      platformString: path, kind: FileFacts.Kind(status.kind),
      mode: UInt16(truncatingIfNeeded: status.mode), size: status.size)
  }
}
