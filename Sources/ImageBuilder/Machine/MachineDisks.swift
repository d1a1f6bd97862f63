import Sandbox
import SystemPackage

/// Disks that are made inside a virtual machine, where the kernel knows volume groups and more file
/// systems.
struct MachineDisks: DiskMaker {
  /// The machine's devices, by the names of the disks.
  let files: [String: FilePath]
  /// What comes onto the disks, in a file system of its own.
  let content: FilePath

  func make(
    _ disk: DiskRequest, size: Int?, _ tree: @Sendable () throws -> TreeTools
  ) async throws -> AttachedDisk {
    // GRUB knows how partitions of loop devices are called, but not those of the machine's own.
    var devices = try LoopedDisks(disk.layout, files: files)
    try await VolumeMaker(devices).make(disk.layout.volumeGroups)
    devices.add(disk.layout.volumeGroups)
    let tools = try tree()
    for fileSystem in disk.layout.fileSystems {
      guard let device = devices[fileSystem.device] else { continue }
      let sectorSize = disk.layout.delivered?.sectorSize ?? 512
      try await tools.onHost(
        "make the file system `\(fileSystem.name)`",
        fileSystem.command(formatting: device, sectorSize: sectorSize))
    }
    let attached = try AttachedDisk(disk.layout, devices)
    try await fill(attached, tools)
    return attached
  }

  private func fill(_ disk: AttachedDisk, _ tools: TreeTools) async throws {
    let source = tools.scratch.appending("content")
    try source.createDirectories()
    let mount = BlockMount(content, type: "ext4", isReadOnly: true)
    let filling = TreeTools(finished: .disk(disk), launcher: tools.launcher, scratch: tools.scratch)
    try await filling.run(
      "fill the disk", Command("cp", ["-a", "\(source)/.", filling.tree.string]),
      with: [Mount(.device(mount), at: source)])
  }

  /// The host's tools that the machine calls.
  static func tools(for layout: DiskLayout) -> [String] {
    let makers = Set(
      layout.fileSystems.map { $0.type == "swap" ? "mkswap" : "mkfs.\($0.kernelType)" })
    let hasPool = layout.volumeGroups.contains { group in
      group.logicalVolumes.contains { $0.kind == .thinPool }
    }
    let volumes =
      ["lvcreate", "pvcreate", "vgchange", "vgcreate"] + (hasPool ? ["thin_check"] : [])
    return makers.sorted() + (layout.volumeGroups.isEmpty ? [] : volumes)
  }
}

extension FileSystemDescription {
  /// The command that makes the file system on a device (dib-contract section 11.3).
  func command(formatting device: FilePath, sectorSize: Int) -> Command {
    switch kernelType {
    case "swap":
      return Command("mkswap", ["-L", label] + (uuid.map { ["-U", $0] } ?? []) + [device.string])
    case "vfat":
      let identity = uuid.map { ["-i", $0.filter { $0 != "-" }] } ?? []
      return Command(
        "mkfs", ["-t", "vfat"] + options + ["-n", label] + identity + [device.string])
    default:
      return Command(
        "mkfs", MountedMaker.arguments(of: self, sectorSize: sectorSize, on: device))
    }
  }
}
