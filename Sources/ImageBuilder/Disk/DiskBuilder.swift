import Diagnostics
import Sandbox
import SystemPackage

/// Makes a disk out of a finished tree, as a plain file: no device, nothing mounted on the host.
package struct DiskBuilder: Sendable {
  private let layout: DiskLayout
  private let sizes: DiskSizeRules

  /// A builder of what `layout` describes.
  ///
  /// - Throws: where only devices will do, see `obstacle(in:)`.
  package init(_ layout: DiskLayout, sizes: DiskSizeRules) throws(InputError) {
    if let obstacle = Self.obstacle(in: layout) {
      throw InputError(
        obstacle, hint: "choose another block-device configuration, or an output without a disk")
    }
    self.layout = layout
    self.sizes = sizes
  }

  /// Why a layout cannot be made without devices, as a clause; nil when it can.
  package static func obstacle(in layout: DiskLayout) -> String? {
    if let group = layout.volumeGroups.first {
      return "the volume group `\(group.name)` needs the kernel's device mapper"
    }
    let other = layout.disks.first { $0.name != DiskLayout.deliveredDisk }
    return other.map { "there is a second disk, `\($0.name)`" }
  }

  /// The tools that it will call; to be looked for before anything is built.
  package var tools: [String] {
    let types = Set(layout.fileSystems.map(\.type))
    return ["du"]
      + types.sorted().flatMap { type in
        switch type {
        case "ext2", "ext3", "ext4": ["mke2fs", "debugfs"]
        case "vfat", "fat", "msdos": ["mkfs.fat", "mcopy"]
        case "swap": ["mkswap"]
        default: ["mkfs.\(type)", "mount", "cp"]
        }
      }
  }

  /// Writes the disk to `raw`, which is sparse, and puts `/etc/fstab` into it.
  ///
  /// `scratch` is an empty directory with room for a file system, best on the file system of `raw`.
  /// `fstab` stays in it, for whoever mounts the rootfs with it again.
  ///
  /// - Throws: `InputError` when the content does not fit the layout, `BuildError` when a tool fails,
  ///   `SandboxError` or `Errno`; the unfinished file is gone by then.
  package func write(
    _ rootfs: Rootfs, to raw: FilePath, _ launcher: SandboxLauncher, scratch: FilePath
  ) async throws {
    let tools = TreeTools(rootfs: rootfs, launcher: launcher, scratch: scratch)
    guard let disk = layout.disks.first(where: { $0.name == DiskLayout.deliveredDisk }) else {
      return
    }
    do {
      try await prepareTree(tools)
      let size: Int
      if let written = disk.size { size = written } else { size = try await contentSize(tools) }
      let placement = try DiskPlacement(disk, size: size)
      let file = try DiskFile.create(raw, size: size)
      try await fill(file, placement, tools)
    } catch {
      try? FileTree.remove(raw)
      throw error
    }
  }

  /// Bytes, after the rules for disks without a size of their own.
  private func contentSize(_ tools: TreeTools) async throws -> Int {
    let command = Command("du", ["-s", "-k", "-x", tools.tree.string])
    let lines = try await tools.run("measure the image's content", command)
    let measured = lines.last?.prefix { $0.isNumber } ?? ""
    return sizes.bytes(measured: Int(measured) ?? 0, layout: layout)
  }

  private func fill(_ file: DiskFile, _ placement: DiskPlacement, _ tools: TreeTools) async throws {
    var generator = SystemRandomNumberGenerator()
    try file.write(placement.tablePieces(using: &generator))
    for fileSystem in layout.fileSystems {
      guard let range = placement.range(of: fileSystem.device) else { continue }
      let job = FileSystemJob(
        fileSystem: fileSystem, disk: file, range: range, sectorSize: placement.sectorSize,
        hidden: layout.mountPoints(below: fileSystem))
      try await job.run(tools)
    }
    guard let code = try await tools.withTree(BootCode.init(in:)) else { return }
    try file.write(try code.pieces(for: placement))
  }
}

extension DiskBuilder {
  private func prepareTree(_ tools: TreeTools) async throws {
    try await tools.withTree { root in
      for fileSystem in layout.fileSystems {
        if let point = fileSystem.mountPoint { try makeMountPoint(point, in: root) }
      }
      try root.createDirectory("etc")
      try root.write(Array(layout.fileSystemTable.utf8), to: "etc/fstab", mode: 0o644)
    }
  }

  private func makeMountPoint(_ point: FilePath, in root: RootedDirectory) throws {
    var path: FilePath = "/"
    for component in point.components {
      path.append(component)
      try root.createDirectory(path)
      // Tools would follow it out of the tree.
      if try root.isSymbolicLink(path) {
        throw InputError(
          "the mount point `\(point)` leads through the symbolic link `\(path)` of the image",
          hint: "mount it where the link leads")
      }
    }
  }
}

extension DiskLayout {
  /// The mount points of other file systems inside this one's.
  func mountPoints(below fileSystem: FileSystemDescription) -> [FilePath] {
    guard let own = fileSystem.mountPoint else { return [] }
    return fileSystems.compactMap(\.mountPoint).filter { $0 != own && $0.starts(with: own) }
  }
}

extension BootCode {
  /// What the tree has of it; nil when a part is missing.
  init?(in root: RootedDirectory) throws {
    guard let boot = try root.contents(of: Self.bootFile),
      let core = try root.contents(of: Self.coreFile)
    else { return nil }
    self.init(boot: boot, core: core)
  }
}
