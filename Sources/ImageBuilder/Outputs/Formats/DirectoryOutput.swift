import Sandbox
import SystemPackage

/// The tree as a directory.
package enum DirectoryOutput: OutputFormat {
  package static let key = "directory"
  package static let fileExtension = "rootfs"
  package static let source = OutputSource.tree
  package static let tools = ["cp"]

  package static func write(_ image: FinishedImage, to file: FilePath) async throws {
    let command = Command("cp", ["-aT", image.tools.tree.string, file.string])
    try await image.tools.run("write \(file)", command)
    for path in try image.requireTree().residue { try FileTree.remove(file.pushing(path)) }
  }
}
