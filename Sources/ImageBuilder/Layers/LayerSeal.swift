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
      guard let status = FileStatus(directory) else { throw .noSuchFileOrDirectory }
      builder.combine(Int(status.mode))
      builder.combine(Int(status.userID))
      builder.combine(Int(status.groupID))
      try FileTree.walk(directory) { event in
        switch event {
        case .down: builder.combine(0)
        case .up: builder.combine(1)
        case .entry(let name, let status):
          count += 1
          if status.kind == .regular { size += status.size }
          name.platformString.withUnsafeBytes { builder.combine($0) }
          builder.combine(Self.description(of: status))
        }
      }
    }

    private static func description(of status: FileStatus) -> [UInt8] {
      // Overlayfs links all whiteouts of a mount to one file, which changes with each of them.
      if status.isWhiteout { return Array("whiteout".utf8) }
      // A directory's size is the file system's affair.
      let size = status.kind == .directory ? 0 : status.size
      let numbers = [
        Int(status.type), Int(status.mode), Int(status.userID), Int(status.groupID), size,
        status.changed.tv_sec, status.changed.tv_nsec,
      ]
      return numbers.withUnsafeBytes { Array($0) }
    }
  }
}
