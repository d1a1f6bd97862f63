import ElementModel
import Glibc
import Sandbox
import SystemPackage

/// What a layer's files looked like when it was written, to tell a damaged layer from a good one.
///
/// Digests every file's name, kind, mode, owner, size and times, not its content: the change time
/// cannot be set by programs, so any write after the sealing shows, and reading a layer's metadata
/// takes milliseconds where reading its content takes seconds.
struct LayerSeal {
  private(set) var digest: ContentDigest
  private(set) var size = 0
  private(set) var isEmptyRootfs = true
  private(set) var isEmptyHookTree = true

  /// The seal of the layer in `directory` as it is now.
  init(_ directory: LayerDirectory) throws(Errno) {
    var builder = ContentDigest.Builder()
    var walk = Walk()
    try walk.visit(directory.rootfs, into: &builder)
    isEmptyRootfs = walk.count == 0
    let before = walk.count
    try walk.visit(directory.hookTree, into: &builder)
    isEmptyHookTree = walk.count == before
    size = walk.size
    digest = builder.digest
  }

  private struct Walk {
    var count = 0
    var size = 0

    mutating func visit(
      _ directory: FilePath, into builder: inout ContentDigest.Builder
    ) throws(Errno) {
      for name in try directory.children().sorted() {
        let path = directory.appending(name)
        guard let status = FileStatus(path) else { throw .noSuchFileOrDirectory }
        count += 1
        builder.combine(name)
        builder.combine(describe(status))
        if status.kind == .regular { size += status.size }
        if status.kind == .directory { try visit(path, into: &builder) }
      }
      builder.combine("/")
    }

    private func describe(_ status: FileStatus) -> String {
      // Overlayfs links all whiteouts of a mount to one file, which changes with each of them.
      if status.isWhiteout { return "whiteout" }
      let changed = status.changed
      // A directory's size is the file system's affair.
      let size = status.kind == .directory ? 0 : status.size
      return """
        \(status.kind) \(status.mode) \(status.userID) \(status.groupID) \(size) \
        \(changed.tv_sec) \(changed.tv_nsec)
        """
    }
  }
}
