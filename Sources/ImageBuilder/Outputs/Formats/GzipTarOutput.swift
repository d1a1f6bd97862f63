import Archives
import SystemPackage

/// The tar, compressed with gzip.
package enum GzipTarOutput: OutputFormat {
  package static let key = "tgz"
  package static let source = OutputSource.tree
  package static let isConverted = true

  package static func write(_ image: FinishedImage, to file: FilePath) async throws {
    try await image.archive(ArchiveWriter(compression: .gzip()), to: file)
  }
}
