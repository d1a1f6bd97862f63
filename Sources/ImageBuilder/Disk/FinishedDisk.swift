import Sandbox
import SystemPackage

/// A disk that the build has made, for its outputs.
package struct FinishedDisk: Sendable {
  private let disk: DiskRequest
  private let launcher: SandboxLauncher
  private let scratch: FilePath

  /// The disk of `disk`; `scratch` is a directory for working files.
  package init(_ disk: DiskRequest, launcher: SandboxLauncher, scratch: FilePath) {
    self.disk = disk
    self.launcher = launcher
    self.scratch = scratch
  }

  /// Calls `body` with the tree as the last hooks left it: `layers` themselves, or what is on the
  /// disk; nil where no tree is wanted, which is when `layers` is nil.
  package func withTree<Value>(
    _ layers: FinishedTree?, _ body: (FinishedTree?) async throws -> Value
  ) async throws -> Value {
    guard layers != nil, disk.isolation != .direct else { return try await body(layers) }
    if let archive = disk.treeArchive { return try await body(unpack(archive)) }
    let attached = try AttachedDisk(disk.layout, in: disk.file, isReadOnly: true)
    defer { attached.detach() }
    return try await body(.disk(attached))
  }

  private func unpack(_ archive: FilePath) async throws -> FinishedTree {
    let directory = scratch.appending("tree")
    try directory.createDirectories()
    let tools = TreeTools(finished: nil, launcher: launcher, scratch: scratch)
    let options = ["--numeric-owner", "--xattrs", "--xattrs-include=*", "--acls", "-xpf"]
    try await tools.onHost(
      "unpack the tree", Command("tar", ["-C", directory.string] + options + [archive.string]))
    try FileTree.remove(archive)
    return .directories([directory])
  }
}
