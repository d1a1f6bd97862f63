import Archives
import Sandbox
import SystemPackage

/// The tar of a rootfs, with all that a file can have: owners, modes, links, extended attributes.
package struct TarOutput: Sendable {
  package static let key = "tar"

  /// An output.
  package init() {}

  /// Writes the tar beside `file` and renames it into place, so that nobody sees half of one.
  ///
  /// `/sys` and `/proc` are left out, as in the reference (dib-contract section 12); the host's
  /// devices, which it puts in by mistake, are not.
  ///
  /// - Parameter scratch: An empty directory.
  /// - Throws: `ArchiveError`, `SandboxError` or `Errno`; the unfinished file is gone by then.
  package func write(
    _ rootfs: Rootfs, to file: FilePath, _ launcher: SandboxLauncher, scratch: FilePath
  ) async throws {
    var writer = ArchiveWriter()
    writer.excluded = ["sys", "proc"]
    writer.staysOnFileSystem = true
    let unfinished = file.removingLastComponent()
      .appending(".\(file.lastComponent?.string ?? "").new")
    let held = SandboxSpec(root: .overlay(try rootfs.overlay(scratch: scratch)))
    do {
      try await launcher.withHeld(held) { sandbox in
        try writer.write(sandbox.root, to: unfinished)
      }
      try unfinished.rename(to: file)
    } catch {
      try? FileTree.remove(unfinished)
      throw error
    }
  }
}
