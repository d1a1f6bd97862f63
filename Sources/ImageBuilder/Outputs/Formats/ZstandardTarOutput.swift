import Archives
import SystemPackage

/// The tar, compressed with Zstandard: smaller than with gzip, in a sixth of the time.
package enum ZstandardTarOutput: OutputFormat {
  package static let key = "tar.zst"
  package static let source = OutputSource.tree
  package static let isConverted = true

  package static func write(_ image: FinishedImage, to file: FilePath) async throws {
    try await image.archive(ArchiveWriter(compression: .zstd()), to: file)
  }
}
