import Archives
import Sandbox
import SystemPackage

/// An App Container image: the tree below `rootfs`, and a manifest where the user gives one.
package enum ACIOutput: OutputFormat {
  package static let key = "aci"
  package static let source = OutputSource.tree

  package static func write(_ image: FinishedImage, to file: FilePath) async throws {
    let content = image.scratch.appending("aci")
    try content.appending("rootfs").createDirectories()
    if let manifest = image.options.manifest {
      try content.appending("manifest").write(manifest.contents(limit: 1 << 24))
    }
    var writer = ArchiveWriter()
    let finished = try image.requireTree()
    writer.excluded = Set(
      (["sys", "proc"] + finished.residue).map { FilePath("rootfs").pushing($0) })
    let place = content.appending("rootfs")
    let held = SandboxSpec(
      root: .host, mounts: try finished.mounts(at: place, scratch: image.scratch))
    try await image.launcher.withHeld(held) { [writer] sandbox in
      let tree = FilePath(root: nil, content.components)
      try writer.write(sandbox.root.pushing(tree), to: file)
    }
  }
}
