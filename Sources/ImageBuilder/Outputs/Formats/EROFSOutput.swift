import Sandbox
import SystemPackage

/// A file system that is only read, and read fast, made with `mkfs.erofs`.
package enum EROFSOutput: OutputFormat {
  package static let key = "erofs"
  package static let source = OutputSource.tree
  package static let tools = ["mkfs.erofs"]

  package static func write(_ image: FinishedImage, to file: FilePath) async throws {
    let compression = image.options.isCompressed ? ["-zlz4"] : []
    let excluded = try image.requireTree().residue.map { "--exclude-path=\($0)" }
    let command = Command(
      "mkfs.erofs", ["--quiet"] + compression + excluded + [file.string, image.tools.tree.string])
    try await image.tools.run("write \(file)", command)
  }
}
