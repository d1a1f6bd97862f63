import Sandbox
import SystemPackage

/// A compressed file system that is only read, made with `mksquashfs`.
package enum SquashFSOutput: OutputFormat {
  package static let key = "squashfs"
  package static let fileExtension = "squash"
  package static let source = OutputSource.tree
  package static let tools = ["mksquashfs"]

  package static func write(_ image: FinishedImage, to file: FilePath) async throws {
    let command = Command(
      "mksquashfs",
      [
        image.tools.tree.string, file.string, "-comp", "xz", "-noappend", "-no-recovery",
        "-no-progress", "-quiet", "-wildcards", "-e", "proc/*", "sys/*",
      ] + (try image.requireTree().residue.map(\.string)))
    try await image.tools.run("write \(file)", command)
  }
}
