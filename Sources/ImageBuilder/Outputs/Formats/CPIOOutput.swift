import Archives
import SystemPackage

/// A compressed cpio archive, which the kernel can take as its initial root file system.
package enum CPIOOutput: OutputFormat {
  package static let key = "cpio"
  package static let fileExtension = "cpio.gz"
  package static let source = OutputSource.tree
  package static let isConverted = true

  package static func write(_ image: FinishedImage, to file: FilePath) async throws {
    try await image.archive(ArchiveWriter(format: .newc, compression: .gzip()), to: file)
  }
}
