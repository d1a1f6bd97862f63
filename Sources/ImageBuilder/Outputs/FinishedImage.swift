import Archives
import Sandbox
import SystemPackage

/// All that outputs can be made from.
package struct FinishedImage: Sendable {
  /// Nil where no output is made from it.
  package let tree: FinishedTree?
  /// The raw disk; nil where none was made.
  package let disk: FilePath?
  package let options: ImageOptions
  let launcher: SandboxLauncher
  /// For the working files of one output.
  let scratch: FilePath

  /// An image whose outputs use `scratch`, an empty directory, for their working files.
  package init(
    _ tree: FinishedTree?, disk: FilePath?, options: ImageOptions, launcher: SandboxLauncher,
    scratch: FilePath
  ) {
    self.tree = tree
    self.disk = disk
    self.options = options
    self.launcher = launcher
    self.scratch = scratch
  }

  /// The same, with working files in a directory of its own.
  func withScratch(_ name: String) throws(Errno) -> FinishedImage {
    let directory = scratch.appending(name)
    try directory.createDirectories()
    return FinishedImage(
      tree, disk: disk, options: options, launcher: launcher, scratch: directory)
  }

  var tools: TreeTools { TreeTools(finished: tree, launcher: launcher, scratch: scratch) }

  func requireDisk() throws(BuildError) -> FilePath {
    guard let disk else {
      throw .stepFailed(title: "write the image", reason: "no disk was made")
    }
    return disk
  }

  func requireTree() throws(BuildError) -> FinishedTree {
    guard let tree else { throw .stepFailed(title: "write the image", reason: "there is no tree") }
    return tree
  }

  /// Writes the tree as an archive, without `sys` and `proc`.
  func archive(_ writer: ArchiveWriter, to file: FilePath) async throws {
    try await requireTree().archive(writer, to: file, launcher, scratch: scratch)
  }
}
