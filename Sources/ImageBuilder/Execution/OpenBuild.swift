import Diagnostics
import ElementModel
import Glibc
import Sandbox
import SystemPackage

/// The overlays of a build while one layer is open.
struct OpenBuild {
  let workspace: BuildWorkspace
  let bindings: Bindings
  private let open: OpenLayer
  private let store: LayerStore

  init(_ bindings: Bindings, _ store: LayerStore) throws {
    guard let workspace = bindings.workspace, let open = bindings.openLayer else {
      throw BuildError.stepFailed(title: "layer", reason: "no layer is open")
    }
    self.workspace = workspace
    self.bindings = bindings
    self.open = open
    self.store = store
  }

  /// The rootfs: the finished layers, and the open one to write into.
  var rootfs: Overlay {
    Overlay(
      lower: lower(\.changesRootfs, \.rootfs) + [workspace.empty], upper: open.directory.rootfs,
      work: open.work(for: "fs"), isVolatile: true)
  }

  /// The hook tree as host-side hooks see it: they may add to it.
  var hookTree: Overlay {
    Overlay(
      lower: lower(\.changesHookTree, \.hookTree) + [workspace.hookTreeBase],
      upper: open.directory.hookTree, work: open.work(for: "hooks"), isVolatile: true)
  }

  var readOnlyHookTree: Overlay {
    Overlay(
      lower: lower(\.changesHookTree, \.hookTree) + [workspace.hookTreeBase, workspace.empty])
  }

  private func lower(
    _ matters: KeyPath<StoredLayer, Bool>, _ part: KeyPath<LayerDirectory, FilePath>
  ) -> [FilePath] {
    bindings.layers.reversed().filter { $0[keyPath: matters] }
      .map { store.directory(of: $0.id)[keyPath: part] }
  }

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

extension OpenBuild {
  /// Copies the merged hook tree into the workspace, once a build and only when a hook runs.
  func makeHookTree() throws {
    guard FileStatus(workspace.hookTreeBase) == nil else { return }
    let building = workspace.path.appending("hook-tree.new")
    try building.createDirectories()
    for item in bindings.hookTreeItems {
      let target = building.appending(item.path)
      try target.removingLastComponent().createDirectories()
      switch item.source {
      case .text(let text): try target.write(Array(text.utf8))
      case .file(let path): try copy(FilePath(path), to: target)
      }
    }
    try building.rename(to: workspace.hookTreeBase)
  }

  private func copy(_ file: FilePath, to target: FilePath) throws {
    do { try FileTree.copy(file, to: target) } catch .invalidArgument {
      throw InputError(
        "is no file, directory or link, and cannot be part of a hook tree",
        at: SourceLocation(file), hint: "remove it")
    } catch .fileTooLarge {
      throw InputError(
        "is too large for a hook tree", at: SourceLocation(file),
        hint: "let a hook fetch it instead")
    }
  }
}
