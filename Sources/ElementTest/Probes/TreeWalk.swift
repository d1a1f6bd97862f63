import Sandbox
import SystemPackage

/// A walk over a rootfs that stays off what is mounted over it, such as `/proc`.
struct TreeWalk {
  private let root: RootedDirectory

  init(_ root: RootedDirectory) { self.root = root }

  /// All files and directories below `/`, each directory before its content, sorted by name.
  func entries() throws(Errno) -> [TreeEntry] {
    var entries: [TreeEntry] = []
    guard let status = try root.status(of: "/") else { return [] }
    try walk("/", device: status.device, into: &entries)
    return entries
  }

  private func walk(
    _ directory: FilePath, device: UInt, into entries: inout [TreeEntry]
  ) throws(Errno) {
    for name in try root.children(of: directory) {
      let path = directory.appending(name)
      // A file may be gone again; so may a name that is not UTF-8 seem to be.
      guard let status = try root.status(of: path) else { continue }
      entries.append(
        TreeEntry(
          path: path, kind: FileFacts.Kind(status.kind),
          mode: UInt16(truncatingIfNeeded: status.mode), size: status.size))
      if status.kind == .directory, status.device == device {
        try walk(path, device: device, into: &entries)
      }
    }
  }
}
