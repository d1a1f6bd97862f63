import Archives
import Sandbox
import SystemPackage

extension FinishedTree {
  /// What a file system makes for itself, and no archive needs.
  var residue: [FilePath] {
    guard case .disk(let disk) = self else { return [] }
    return disk.fileSystems.compactMap {
      $0.description.mountPoint.map { FilePath(root: nil, $0.components).appending("lost+found") }
    }
  }

  /// Writes the tree as an archive, without `sys` and `proc`.
  func archive(
    _ writer: ArchiveWriter, to file: FilePath, _ launcher: SandboxLauncher, scratch: FilePath
  ) async throws {
    var writer = writer
    writer.excluded = Set(["sys", "proc"] + residue)
    try await launcher.withHeld(try sandbox(scratch: scratch)) { [writer] sandbox in
      try writer.write(sandbox.root, to: file)
    }
  }
}
