import Diagnostics
import Documents
import ElementModel

extension LayoutReader {
  /// The volume groups of one `lvm` entry.
  func volumeGroups(of entry: BlockDeviceEntry) throws(InputError) -> [VolumeGroup] {
    try items("vgs", of: entry).map { group throws(InputError) in
      let name = group["name"]?.text ?? ""
      let bases = group["base"]?.sequence?.compactMap(\.text) ?? [group["base"]?.text ?? ""]
      return VolumeGroup(
        name: name,
        physicalVolumes: try bases.map { base throws(InputError) in
          try physicalVolume(base, of: group, in: entry)
        },
        options: options(of: group),
        logicalVolumes: try items("lvs", of: entry).filter { $0["base"]?.text == name }
          .map { volume throws(InputError) in try logicalVolume(volume, in: entry) })
    }
  }

  private func physicalVolume(
    _ name: String, of group: DocumentNode, in entry: BlockDeviceEntry
  ) throws(InputError) -> PhysicalVolume {
    guard let volume = items("pvs", of: entry).first(where: { $0["name"]?.text == name }) else {
      throw error(
        "`\(name)` is no physical volume", at: group["base"] ?? group, in: entry,
        hint: "name one of `pvs`")
    }
    return PhysicalVolume(
      name: name, device: try device(volume["base"]?.text ?? "", of: entry),
      options: options(of: volume))
  }

  private func logicalVolume(
    _ volume: DocumentNode, in entry: BlockDeviceEntry
  ) throws(InputError) -> LogicalVolume {
    LogicalVolume(
      name: volume["name"]?.text ?? "", size: try size(of: volume, in: entry),
      kind: try kind(of: volume, in: entry), options: options(of: volume))
  }

  private func size(
    of volume: DocumentNode, in entry: BlockDeviceEntry
  ) throws(InputError) -> LogicalVolume.Size {
    let extent = 4 << 20
    guard let bytes = try bytes(volume["size"], in: entry) else {
      return .extents(volume["extents"]?.text ?? "")
    }
    guard bytes >= extent else {
      throw error(
        "a logical volume has at least 4 MiB", at: volume["size"], in: entry,
        hint: "make it larger")
    }
    return .bytes(bytes / extent * extent)
  }

  private func kind(
    of volume: DocumentNode, in entry: BlockDeviceEntry
  ) throws(InputError) -> LogicalVolume.Kind {
    switch volume["type"]?.text {
    case "thin-pool": return .thinPool
    case "thin":
      guard let pool = volume["thin-pool"]?.text else {
        throw error(
          "a thin volume needs a pool", at: volume, in: entry, hint: "add `thin-pool:`")
      }
      return .thin(pool: pool)
    default: return .linear
    }
  }

  func items(_ key: String, of entry: BlockDeviceEntry) -> [DocumentNode] {
    entry[key]?.sequence ?? []
  }

  private func options(of node: DocumentNode) -> [String] {
    node["options"]?.sequence?.compactMap(\.text) ?? node["options"]?.text.map(Self.words) ?? []
  }
}

extension LayoutReader {
  /// What a file system or a physical volume can stand on.
  func device(
    _ name: String, of entry: BlockDeviceEntry
  ) throws(InputError) -> DeviceReference {
    if entries(of: "local_loop").contains(where: { $0.name == name }) { return .disk(name) }
    let partitions = entries(of: "partitioning").flatMap { items("partitions", of: $0) }
    if partitions.contains(where: { $0["name"]?.text == name }) { return .partition(name) }
    let volumes = entries(of: "lvm").flatMap { items("lvs", of: $0) }
    if let volume = volumes.first(where: { $0["name"]?.text == name }) {
      return .logicalVolume(group: volume["base"]?.text ?? "", name: name)
    }
    throw error(
      "`\(name)` is neither a disk nor a partition nor a logical volume", at: entry["base"],
      in: entry, hint: "name one as `base`")
  }
}
