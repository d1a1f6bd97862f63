import Diagnostics
import Sandbox
import SystemPackage

/// A disk with devices, and file systems to be mounted.
package struct AttachedDisk: Sendable {
  /// Disks, partitions and logical volumes by their names, in the order of the configuration.
  let devices: [(name: String, path: FilePath)]
  /// In the order of mounting.
  let fileSystems: [(description: FileSystemDescription, device: FilePath)]
  let parts: TreeParts
  private let loops: [LoopDevice]
  private let volumeGroups: [String]

  /// The disk of `layout` in the raw file `file`, without volume groups.
  ///
  /// - Throws: `InputError` for a layout that does not fit, `Errno` when there is no loop device.
  package init(_ layout: DiskLayout, in file: FilePath, isReadOnly: Bool = false) throws {
    let devices = try LoopedDisks(layout, files: [DiskLayout.deliveredDisk: file], isReadOnly)
    try self.init(layout, devices, isReadOnly: isReadOnly)
  }

  init(_ layout: DiskLayout, _ disks: LoopedDisks, isReadOnly: Bool = false) throws {
    devices = disks.names(in: layout)
    fileSystems = try layout.fileSystems.filter { $0.mountPoint != nil }.map { fileSystem in
      guard let device = disks[fileSystem.device] else {
        throw BuildError.stepFailed(
          title: "attach the disk", reason: "`\(fileSystem.name)` has no device")
      }
      return (fileSystem, device)
    }
    loops = disks.loops
    volumeGroups = layout.volumeGroups.map(\.name)
    let mounts = fileSystems.map { fileSystem, device in
      (
        mount: BlockMount(device, type: fileSystem.kernelType, isReadOnly: isReadOnly),
        place: fileSystem.mountPoint ?? "/"
      )
    }
    guard let top = mounts.first, top.place == "/" else {
      throw BuildError.stepFailed(title: "attach the disk", reason: "nothing is mounted at `/`")
    }
    parts = TreeParts(top.mount, Array(mounts.dropFirst()))
  }

  /// Gives the devices up, and volume groups on them.
  func release() async throws {
    try await VolumeMaker.deactivate(volumeGroups)
    detach()
  }

  /// Gives the devices up.
  package func detach() {
    for loop in loops { loop.detach() }
  }

  /// The nodes that a chroot needs to work with the devices.
  var nodes: [Mount] { devices.map { Mount(.node($0.path), at: $0.path) } }

  /// What hooks are told (dib-contract section 7.5).
  var variables: [String: String] {
    let delivered = devices.first { $0.name == DiskLayout.deliveredDisk }?.path.string
    return [
      "IMAGE_BLOCK_DEVICE": delivered ?? "",
      "IMAGE_BLOCK_DEVICES": devices.map { " [\($0.name)]=\($0.path) " }.joined(),
    ]
  }
}

/// The disks of a layout as loop devices, and the logical volumes on them.
struct LoopedDisks: Sendable {
  private(set) var loops: [LoopDevice] = []
  private var paths: [DeviceReference: FilePath] = [:]

  /// Attaches those disks of `layout` that `files` has, by their names.
  init(_ layout: DiskLayout, files: [String: FilePath], _ isReadOnly: Bool = false) throws {
    for disk in layout.disks {
      guard let file = files[disk.name] else { continue }
      let placement = try DiskPlacement(disk, size: DiskFile(path: file).size())
      let ranges = placement.partitions.map { ($0.number, $0.range) }
      let loop = try LoopDevice(
        file, sectorSize: disk.sectorSize, partitions: Dictionary(uniqueKeysWithValues: ranges),
        isReadOnly: isReadOnly)
      loops.append(loop)
      paths[.disk(disk.name)] = loop.path
      for placed in placement.partitions {
        paths[.partition(placed.partition.name)] = loop.partitions[placed.number]
      }
    }
  }

  subscript(device: DeviceReference) -> FilePath? { paths[device] }

  /// Adds the volumes of the groups, which are active.
  mutating func add(_ groups: [VolumeGroup]) {
    for group in groups {
      for volume in group.logicalVolumes where volume.kind != .thinPool {
        paths[.logicalVolume(group: group.name, name: volume.name)] = volume.node(in: group.name)
      }
    }
  }

  func names(in layout: DiskLayout) -> [(name: String, path: FilePath)] {
    let disks = layout.disks.flatMap { disk in
      [(disk.name, DeviceReference.disk(disk.name))]
        + (disk.partitionTable?.partitions ?? []).map { ($0.name, .partition($0.name)) }
    }
    let volumes = layout.volumeGroups.flatMap { group in
      group.logicalVolumes.map {
        ($0.name, DeviceReference.logicalVolume(group: group.name, name: $0.name))
      }
    }
    return (disks + volumes).compactMap { name, device in paths[device].map { (name, $0) } }
  }
}
