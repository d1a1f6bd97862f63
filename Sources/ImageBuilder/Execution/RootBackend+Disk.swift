import Archives
import Diagnostics
import ElementModel
import Sandbox
import SystemPackage

extension RootBackend {
  /// What hooks are told of the disk.
  func files(in workspace: BuildWorkspace) -> BlockDeviceFiles? {
    request.disk.map { BlockDeviceFiles(disk: $0, workspace: workspace) }
  }

  /// Decides the size of the disk by the finished layers.
  func measureDisk(_ bindings: Bindings) async throws -> Effects {
    guard let disk = request.disk else { return Effects(mounts: bindings.mounts) }
    let tools = try layers(bindings, in: "measure")
    let size: Int
    if let written = disk.layout.delivered?.size {
      size = written
    } else {
      size = try await disk.sizes.bytes(of: tools, layout: disk.layout)
    }
    try bindings.workspace.flatMap(files)?.write(size: size)
    return Effects(mounts: bindings.mounts, diskSize: size)
  }

  /// Makes the disk from the finished layers and attaches it.
  func attachDisk(_ layout: DiskLayout, _ bindings: inout Bindings) async throws {
    guard let workspace = bindings.workspace, let disk = request.disk else { return }
    let attached = try await disks.make(disk, size: bindings.diskSize) { [bindings] in
      try layers(bindings, in: "disk")
    }
    do { try files(in: workspace)?.write(size: bindings.diskSize, attached) } catch {
      // The first failure is the one to tell.
      try? await attached.release()
      throw error
    }
    bindings.disk = attached
    bindings.hookTree = bindings.hookTree.adding(changes: workspace.lateHookTree)
  }

  /// Installs boot code where no hook did, and gives unused blocks back.
  func finishDisk(_ bindings: Bindings) async throws -> Effects {
    guard let disk = bindings.disk, let workspace = bindings.workspace else {
      return Effects(mounts: bindings.mounts)
    }
    let scratch = workspace.path.appending("finish")
    let tools = TreeTools(finished: .disk(disk), launcher: launcher, scratch: scratch)
    try await disk.installBootCode(request.disk?.layout, tools)
    // FAT knows nothing of unused blocks.
    for (fileSystem, _) in disk.fileSystems where !fileSystem.isFAT {
      let place = tools.tree.pushing(
        FilePath(root: nil, (fileSystem.mountPoint ?? "/").components))
      do {
        try await tools.run("trim `\(fileSystem.name)`", Command("fstrim", [place.string]))
      } catch {
        // Not every file system below a disk can; the image is larger then, and right.
        output("fstrim", OutputLine(.error, "\(error)"))
      }
    }
    return Effects(mounts: bindings.mounts)
  }

  func archiveDisk(_ file: FilePath, _ bindings: Bindings) async throws -> Effects {
    guard let disk = bindings.disk, let workspace = bindings.workspace else {
      return Effects(mounts: bindings.mounts)
    }
    let tree = FinishedTree.disk(disk)
    try await tree.archive(
      ArchiveWriter(), to: file, launcher, scratch: workspace.path.appending("archive"))
    return Effects(mounts: bindings.mounts)
  }

  func layers(_ bindings: Bindings, in name: String) throws -> TreeTools {
    guard let workspace = bindings.workspace else {
      throw BuildError.stepFailed(title: "disk", reason: "there is no workspace")
    }
    let scratch = workspace.path.appending(name)
    try scratch.createDirectories()
    let tree = FinishedTree.directories(bindings.rootfsDirectories(in: store))
    return TreeTools(finished: tree, launcher: launcher, scratch: scratch)
  }
}

extension AttachedDisk {
  /// Writes GRUB's code from the tree to the disk, unless a hook has put some there.
  func installBootCode(_ layout: DiskLayout?, _ tools: TreeTools) async throws {
    guard let disk = layout?.delivered,
      let path = devices.first(where: { $0.name == disk.name })?.path
    else { return }
    let file = DiskFile(path: path)
    guard try file.isEmpty(upTo: BootCode.length) else { return }
    let size = try file.size()
    try await BootCode.install(on: file, try DiskPlacement(disk, size: size), tools)
  }
}

extension Bindings {
  /// The directories of the finished layers, the top one first.
  func rootfsDirectories(in store: LayerStore) -> [FilePath] {
    layers.reversed().filter(\.changesRootfs).map { store.directory(of: $0.id).rootfs }
  }
}
