import Sandbox
import SystemPackage

/// The disk as it is. Takes the file: it is gone from where it was.
package enum RawOutput: OutputFormat {
  package static let key = "raw"
  package static let source = OutputSource.disk

  package static func write(_ image: FinishedImage, to file: FilePath) async throws {
    let disk = try image.requireDisk()
    do { try disk.rename(to: file) } catch .improperLink {
      let size = FileStatus(disk)?.size ?? 0
      try DiskFile.create(file, size: size).insert(disk, at: 0)
      try FileTree.remove(disk)
    }
  }
}
