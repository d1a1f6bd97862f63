import Diagnostics
import ElementModel
import Glibc
import Sandbox
import SystemPackage

/// The overlays of a build while one layer is open.
struct OpenBuild {
  let workspace: BuildWorkspace
  let bindings: Bindings
  /// Nil on a disk.
  private let open: OpenLayer?
  private let store: LayerStore

  init(_ bindings: Bindings, _ store: LayerStore) throws {
    guard let workspace = bindings.workspace else { throw Self.nothingOpen }
    self.workspace = workspace
    self.bindings = bindings
    open = bindings.openLayer
    self.store = store
    rootfs = try Self.rootfs(bindings, workspace, store)
  }

  /// The rootfs: the finished layers and the open one to write into, or the disk.
  let rootfs: TreeParts

  private static func rootfs(
    _ bindings: Bindings, _ workspace: BuildWorkspace, _ store: LayerStore
  ) throws(BuildError) -> TreeParts {
    if let disk = bindings.disk { return disk.parts }
    guard let open = bindings.openLayer else { throw nothingOpen }
    return TreeParts(
      Overlay(
        lower: bindings.rootfsDirectories(in: store) + [workspace.empty],
        upper: open.directory.rootfs, work: open.work(for: "fs"), isVolatile: true))
  }

  private static let nothingOpen = BuildError.stepFailed(
    title: "layer", reason: "no layer is open")

  /// The kernel's file systems for a rootfs at `base`, with the devices of the disk.
  func kernelFileSystems(in base: FilePath = "/") -> [Mount] {
    // A hook outside the rootfs sees the host's devices.
    Mount.kernelFileSystems(in: base) + (base == "/" ? bindings.disk?.nodes ?? [] : [])
  }

  /// The hook tree as host-side hooks see it: they may add to it.
  var hookTree: Overlay {
    Overlay(
      lower: changes + [workspace.hookTreeBase],
      upper: open?.directory.hookTree ?? workspace.lateHookTree,
      work: open?.work(for: "hooks") ?? workspace.lateWork, isVolatile: true)
  }

  var readOnlyHookTree: Overlay {
    Overlay(
      lower: late + changes + [workspace.hookTreeBase, workspace.empty])
  }

  /// What hooks on the disk added to the hook tree.
  private var late: [FilePath] { open == nil ? [workspace.lateHookTree] : [] }

  private var changes: [FilePath] { bindings.hookTreeDirectories(in: store) }

  /// The bind mounts of earlier hooks, their sources made again where a cache was emptied.
  func carriedMounts(in base: FilePath) -> [Mount] {
    bindings.mounts.map { mount in
      let source = FilePath(mount.source)
      try? source.createDirectories()
      return .bind(
        source: source, target: FilePath(mount.target), in: base, readOnly: mount.isReadOnly,
        mountPoint: .created)
    }
  }

  /// The bind mounts of earlier hooks, and those that the hook at hand made below the rootfs.
  func mounts(after result: SandboxResult) -> [CarriedMount] {
    let host = MountEntry.entries()
    return bindings.mounts
      + result.addedMounts.compactMap { entry in
        guard let mount = BindMount(entry, among: host), let target = inRootfs(mount.target) else {
          return nil
        }
        return CarriedMount(
          source: mount.source.string, target: target.string, isReadOnly: mount.isReadOnly)
      }
  }

  private func inRootfs(_ path: FilePath) -> FilePath? {
    var path = path
    guard path.removePrefix(workspace.rootfs), !path.isEmpty else { return nil }
    return FilePath(root: "/", path.components)
  }
}
