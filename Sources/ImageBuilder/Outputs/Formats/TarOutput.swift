import Archives
import SystemPackage

/// The tar of the tree, with all that a file can have: owners, modes, links, extended attributes.
///
/// `/sys` and `/proc` are left out, as in the reference (dib-contract section 12); the host's devices,
/// which it puts in by mistake, are not.
package enum TarOutput: OutputFormat {
  package static let key = "tar"
  package static let source = OutputSource.tree

  package static func write(_ image: FinishedImage, to file: FilePath) async throws {
    try await image.archive(ArchiveWriter(), to: file)
  }
}
