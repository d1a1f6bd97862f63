import Diagnostics
import Documents
import ElementModel
import SystemPackage

/// Reads a layout out of a configuration whose schema holds.
struct LayoutReader {
  let entries: [BlockDeviceEntry]
  let defaults: LayoutDefaults
  let path: FilePath

  init(_ document: BlockDeviceDocument, _ defaults: LayoutDefaults) {
    entries = document.entries
    self.defaults = defaults
    path = document.entries.first?.location.path ?? ""
  }

  func layout() throws(InputError) -> DiskLayout {
    let groups = try entries(of: "lvm").map { entry throws(InputError) in
      try volumeGroups(of: entry)
    }
    return DiskLayout(
      disks: try entries(of: "local_loop").map { entry throws(InputError) in try disk(entry) },
      volumeGroups: groups.flatMap(\.self), fileSystems: try fileSystems())
  }

  func entries(of module: String) -> [BlockDeviceEntry] { entries.filter { $0.module == module } }

  func error(_ message: String, at node: DocumentNode?, in entry: BlockDeviceEntry, hint: String)
    -> InputError
  {
    let place = node.map { SourceLocation(path, $0.start, to: $0.end) } ?? entry.location
    return InputError(message, at: place, hint: hint)
  }

  /// A size in bytes; nil where nothing is written.
  func bytes(_ node: DocumentNode?, in entry: BlockDeviceEntry) throws(InputError) -> Int? {
    guard let node else { return nil }
    guard case .bytes(let bytes) = VolumeSize(parsing: node.text ?? "") else {
      throw error(
        "`\(node.text ?? "")` is no number of bytes", at: node, in: entry,
        hint: "write a number with a unit such as `MiB`")
    }
    return bytes
  }
}

extension LayoutReader {
  private func disk(_ entry: BlockDeviceEntry) throws(InputError) -> DiskDescription {
    let written = try bytes(entry["block_size"], in: entry)
    let sectorSize = defaults.sectorSize ?? written ?? 512
    guard [512, 4096].contains(sectorSize) else {
      throw error(
        "a sector cannot have \(sectorSize) bytes", at: entry["block_size"], in: entry,
        hint: "use 512 or 4096")
    }
    let tables = entries(of: "partitioning").filter { $0.base == entry.name }
    if let second = tables.dropFirst().first {
      throw error(
        "`\(entry.name)` has two partition tables", at: nil, in: second, hint: "remove one")
    }
    return DiskDescription(
      name: entry.name, size: try bytes(entry["size"], in: entry), sectorSize: sectorSize,
      partitionTable: try tables.first.map { entry throws(InputError) in try table(entry) })
  }

  private func table(_ entry: BlockDeviceEntry) throws(InputError) -> PartitionTable {
    let label = PartitionTable.Label(rawValue: entry["label"]?.text ?? "") ?? .mbr
    let alignment = try bytes(entry["align"], in: entry) ?? 1 << 20
    guard alignment >= 4096, alignment % 4096 == 0 else {
      throw error(
        "partitions cannot be aligned at \(alignment) bytes", at: entry["align"], in: entry,
        hint: "use a multiple of 4096, such as `1MiB`")
    }
    let nodes = entry["partitions"]?.sequence ?? []
    return PartitionTable(
      label: label, alignment: label == .gpt ? 1 << 20 : alignment,
      partitions: try nodes.map { node throws(InputError) in
        try partition(node, label, in: entry)
      })
  }

  private func partition(
    _ node: DocumentNode, _ label: PartitionTable.Label, in entry: BlockDeviceEntry
  ) throws(InputError) -> Partition {
    let flags = (node["flags"]?.sequence ?? []).compactMap(\.text)
    let size: Partition.Size =
      switch VolumeSize(parsing: node["size"]?.text ?? "") {
      case .percent(let percent): .percentOfRest(percent)
      case .bytes(let bytes): .bytes(bytes)
      case nil: .bytes(0)
      }
    let partition = Partition(
      name: node["name"]?.text ?? "", size: size,
      type: node["type"]?.text ?? (label == .gpt ? "8300" : "83"),
      isBootable: label == .mbr && flags.contains("boot"), isPrimary: flags.contains("primary"))
    guard partition.hasKnownType(in: label) else {
      throw error(
        "`\(partition.type)` is no type of partition in a \(label.rawValue) table",
        at: node["type"] ?? node, in: entry,
        hint: label == .gpt
          ? "write a GUID, or a code of sgdisk such as `EF00`" : "write one such as `'0x83'`")
    }
    return partition
  }
}
