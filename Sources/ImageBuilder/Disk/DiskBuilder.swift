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

  /// Whether a file system is filled by the kernel.
  package static func isMounted(_ fileSystem: FileSystemDescription) -> Bool {
    fileSystem.mountPoint != nil
      && !fileSystemMakers.contains { $0.types.contains(fileSystem.type) }
  }

  /// The tools that it will call; to be looked for before anything is built.
  package static func tools(for layout: DiskLayout) -> [String] {
    let types = Set(layout.fileSystems.map(\.kernelType))
    return ["du"]
      + types.sorted().flatMap { type in
        switch type {
        case "ext2", "ext3", "ext4": ["mke2fs", "debugfs"]
        case "vfat": ["mkfs.fat", "mcopy"]
        case "swap": ["mkswap"]
        default: ["mkfs.\(type)", "mount", "cp"]
        }
      }
  }

  /// Writes the disk to `raw`, which is sparse. Mount points are in the tree already.
  ///
  /// `size` is what a disk without a size of its own gets; nil: what the tree needs. `scratch` is an
  /// empty directory with room for a file system, best on the file system of `raw`.
  ///
  /// - Throws: `InputError` when the content does not fit the layout, `BuildError` when a tool fails,
  ///   `SandboxError` or `Errno`; the unfinished file is gone by then.
  package func write(
    _ tree: FinishedTree, to raw: FilePath, size measured: Int? = nil,
    _ launcher: SandboxLauncher, scratch: FilePath
  ) async throws {
    let tools = TreeTools(finished: tree, launcher: launcher, scratch: scratch)
    guard let disk = layout.delivered else { return }
    do {
      let size: Int
      if let known = disk.size ?? measured {
        size = known
      } else {
        size = try await self.size(tools)
      }
      let placement = try DiskPlacement(disk, size: size)
      let file = try DiskFile.create(raw, size: size)
      try await fill(file, placement, tools)
    } catch {
      try? FileTree.remove(raw)
      throw error
    }
  }

  /// Bytes of a disk without a size of its own.
  private func size(_ tools: TreeTools) async throws -> Int {
    try await sizes.bytes(of: tools, layout: layout)
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
    try await BootCode.install(on: file, placement, tools)
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

  /// Writes what the tree has of it to the disk.
  static func install(
    on disk: DiskFile, _ placement: DiskPlacement, _ tools: TreeTools
  ) async throws {
    guard let code = try await tools.withTree(BootCode.init(in:)) else { return }
    try disk.write(try code.pieces(for: placement))
  }
}
