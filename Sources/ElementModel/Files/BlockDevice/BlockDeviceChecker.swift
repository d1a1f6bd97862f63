import Diagnostics
import Documents

/// Finds what breaks the schema of block-device configurations.
struct BlockDeviceChecker {
  private var reader: FormatReader
  private var graph = BlockDeviceGraphCheck()

  init(_ reader: FormatReader) { self.reader = reader }

  var problems: [FormatProblem] {
    (reader.problems + graph.problems()).sorted { $0.location < $1.location }
  }

  mutating func check(_ entries: [BlockDeviceEntry]) {
    for entry in entries {
      let schema = BlockDeviceSchema.modules[entry.module]
      report(
        schema?.problems(of: entry.configuration, "`\(entry.module)`", at: entry.location, reader))
      graph.add(entry)
      switch entry.module {
      case "local_loop": checkSize(entry["size"])
      case "partitioning": checkPartitions(of: entry)
      case "lvm": checkVolumes(of: entry)
      case "mkfs": checkFileSystem(entry)
      default: break
      }
    }
  }

  private mutating func report(_ problems: [FormatProblem]?) {
    for problem in problems ?? [] { reader.report(problem) }
  }

  private mutating func report(_ message: String, at node: DocumentNode, hint: String) {
    reader.report(.invalidBlockDevice, message, at: node, hint: hint)
  }

  private mutating func items(_ node: DocumentNode?) -> [DocumentNode] {
    guard let node else { return [] }
    guard let items = node.sequence else {
      report(
        "a list is needed here, not a \(node.kindName)", at: node, hint: "start each item with `- `"
      )
      return []
    }
    return items
  }

  private mutating func checkSize(_ node: DocumentNode?) {
    guard let node else { return }
    if node.string == nil {
      report("the size is a \(node.kindName), not a text", at: node, hint: "put it in quotes")
    } else if VolumeSize(parsing: node.string ?? "") == nil {
      report(
        "`\(node.string ?? "")` is no size", at: node,
        hint: "write a number with a unit such as `MiB`, `GB` or `%`")
    }
  }
}

extension BlockDeviceChecker {
  private mutating func checkPartitions(of entry: BlockDeviceEntry) {
    let label = entry["label"]
    if let label, !["mbr", "gpt"].contains(label.text) {
      report("`\(label.text ?? "")` is no partition table", at: label, hint: "use `mbr` or `gpt`")
    }
    for partition in items(entry["partitions"]) {
      let location = reader.location(of: partition)
      report(
        BlockDeviceSchema.partition.problems(of: partition, "a partition", at: location, reader))
      graph.add(partition, base: entry.base, at: location)
      checkSize(partition["size"])
      checkFlags(of: partition, label: label?.text)
      if label?.text == "mbr" { checkType(partition["type"]) }
    }
  }

  private mutating func checkFlags(of partition: DocumentNode, label: String?) {
    for flag in items(partition["flags"]) {
      switch flag.text {
      case "boot": break
      case "primary":
        guard label == "gpt" else { continue }
        report("`primary` means nothing in a gpt table", at: flag, hint: "remove it")
      default:
        report("`\(flag.text ?? "")` is no flag", at: flag, hint: "use `boot` or `primary`")
      }
    }
  }

  private mutating func checkType(_ node: DocumentNode?) {
    guard let node else { return }
    let digits = node.string.map { $0.hasPrefix("0x") ? $0.dropFirst(2) : $0[...] } ?? ""
    guard digits.isEmpty || !digits.allSatisfy(\.isHexDigit) else { return }
    report(
      "the type of a partition is a text of hexadecimal digits", at: node,
      hint: "write it in quotes, such as `'0x83'`")
  }

  private mutating func checkVolumes(of entry: BlockDeviceEntry) {
    let kinds = [
      ("pvs", "a physical volume", BlockDeviceSchema.physicalVolume),
      ("vgs", "a volume group", BlockDeviceSchema.volumeGroup),
      ("lvs", "a logical volume", BlockDeviceSchema.logicalVolume),
    ]
    for (key, what, schema) in kinds {
      for volume in items(entry[key]) {
        let location = reader.location(of: volume)
        report(schema.problems(of: volume, what, at: location, reader))
        graph.add(volume, base: nil, at: location)
        if key == "lvs" { checkLogicalVolume(volume) }
      }
    }
  }

  private mutating func checkLogicalVolume(_ volume: DocumentNode) {
    checkSize(volume["size"])
    if volume["size"] == nil, volume["extents"] == nil {
      report("a logical volume has neither `size` nor `extents`", at: volume, hint: "add `size:`")
    }
    guard let type = volume["type"], !["thin", "thin-pool"].contains(type.text) else { return }
    report(
      "`\(type.text ?? "")` is no type of logical volume", at: type,
      hint: "use `thin` or `thin-pool`")
  }

  /// The most characters that each file system's label may have.
  private static let labelLengths = [
    "ext2": 16, "ext3": 16, "ext4": 16, "xfs": 12, "vfat": 11, "fat": 11, "swap": 16,
  ]

  private mutating func checkFileSystem(_ entry: BlockDeviceEntry) {
    let type = entry["type"]?.text
    // The root's type and label may come from the command line.
    if type == nil, entry.name != "mkfs_root" {
      reader.report(
        FormatProblem(
          .invalidBlockDevice, "`mkfs` has no `type`", at: entry.location, hint: "add `type:`"))
    }
    let label = entry["label"]?.text ?? entry.name
    guard let limit = Self.labelLengths[type ?? ""], label.utf8.count > limit,
      entry["label"] != nil || entry.name != "mkfs_root"
    else { return }
    reader.report(
      FormatProblem(
        .invalidBlockDevice,
        "label `\(label)` is longer than the \(limit) characters of \(type ?? "")",
        at: entry["label"].map { reader.location(of: $0) } ?? entry.location,
        hint: "give it a shorter `label`"))
  }
}
