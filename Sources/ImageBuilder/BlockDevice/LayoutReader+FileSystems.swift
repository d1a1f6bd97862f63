import Diagnostics
import Documents
import ElementModel
import SystemPackage

extension LayoutReader {
  /// In the order of mounting, which is that of the mount points as plain texts.
  func fileSystems() throws(InputError) -> [FileSystemDescription] {
    let all = try entries(of: "mkfs").map { entry throws(InputError) in try fileSystem(entry) }
    try requireUniqueLabels(all)
    try requireUniqueMountPoints(all)
    let mounted = all.filter { $0.mountPoint != nil }.sorted {
      ($0.mountPoint?.string ?? "").utf8.lexicographicallyPrecedes(
        ($1.mountPoint?.string ?? "").utf8)
    }
    return mounted + all.filter { $0.mountPoint == nil }
  }

  private func fileSystem(_ entry: BlockDeviceEntry) throws(InputError) -> FileSystemDescription {
    let isRoot = entry.name == "mkfs_root"
    let type = entry["type"]?.text ?? defaults.rootType
    let written =
      entry["label"]?.text ?? (isRoot ? defaults.label(for: type) : entry.name)
    let mount = try only("mount", on: entry)
    let isSwap = type == "swap"
    return FileSystemDescription(
      name: entry.name, device: try device(entry.base ?? "", of: entry), type: type,
      label: try label(written, type, of: entry), uuid: entry["uuid"]?.text,
      options: entry["opts"]?.text.map(Self.words)
        ?? (isRoot ? defaults.sizes.rootOptions(for: type) : []),
      mountPoint: isSwap ? nil : try mount.map { mount throws(InputError) in try point(mount) },
      entry: try mount.flatMap { mount throws(InputError) in
        try tableEntry(of: mount, isSwap: isSwap)
      })
  }

  /// The entry of a module that stands on `entry`; two are an error.
  private func only(
    _ module: String, on entry: BlockDeviceEntry
  ) throws(InputError) -> BlockDeviceEntry? {
    let found = entries(of: module).filter { $0.base == entry.name }
    if let second = found.dropFirst().first {
      throw error(
        "`\(entry.name)` has a second `\(module)`", at: nil, in: second, hint: "remove one")
    }
    return found.first
  }

  private func point(_ mount: BlockDeviceEntry) throws(InputError) -> FilePath {
    let node = mount["mount_point"]
    let path = FilePath(node?.text ?? "")
    guard path.isAbsolute, path.components.allSatisfy({ $0.kind == .regular }) else {
      throw error(
        "`\(path)` is no absolute path", at: node, in: mount, hint: "begin it with a slash")
    }
    return path
  }

  private func tableEntry(
    of mount: BlockDeviceEntry, isSwap: Bool
  ) throws(InputError) -> FileSystemTableEntry? {
    guard let entry = try only("fstab", on: mount) else { return nil }
    if isSwap { return FileSystemTableEntry(options: "sw", dumpFrequency: 0, checkPass: 0) }
    return FileSystemTableEntry(
      options: entry["options"]?.text ?? "defaults",
      dumpFrequency: try number(entry["dump-freq"], in: entry) ?? 0,
      checkPass: try number(entry["fsck-passno"], in: entry) ?? 2)
  }

  private func number(
    _ node: DocumentNode?, in entry: BlockDeviceEntry
  ) throws(InputError) -> Int? {
    guard let node else { return nil }
    guard let number = Int(node.text ?? "") else {
      throw error(
        "`\(node.text ?? "")` is no number", at: node, in: entry, hint: "write 0, 1 or 2")
    }
    return number
  }

  /// The reference splits at single blanks; empty words are of no use to mkfs.
  static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}

extension LayoutReader {
  private static let labelLengths = [
    "ext2": 16, "ext3": 16, "ext4": 16, "xfs": 12, "vfat": 11, "fat": 11, "swap": 16,
  ]

  private func label(
    _ text: String, _ type: String, of entry: BlockDeviceEntry
  ) throws(InputError) -> String {
    let label = ["vfat", "fat"].contains(type) ? text.uppercased() : text
    let limit = Self.labelLengths[type] ?? .max
    guard label.utf8.count <= limit else {
      throw error(
        "label `\(label)` is longer than the \(limit) characters of \(type)", at: entry["label"],
        in: entry, hint: "choose a shorter one")
    }
    guard !label.contains(where: \.isWhitespace) else {
      throw error(
        "label `\(label)` has a blank, which `fstab` cannot hold", at: entry["label"], in: entry,
        hint: "remove the blank")
    }
    return label
  }

  /// The same place can be written in several ways, such as `/var` and `/var/`.
  private func requireUniqueMountPoints(_ all: [FileSystemDescription]) throws(InputError) {
    var names: [FilePath: String] = [:]
    for fileSystem in all {
      guard let point = fileSystem.mountPoint,
        let other = names.updateValue(fileSystem.name, forKey: point)
      else { continue }
      throw InputError(
        "`\(other)` and `\(fileSystem.name)` are both mounted at `\(point)`",
        at: entries.first { $0.module == "mount" && $0.base == fileSystem.name }?.location,
        hint: "change one of the two mount points")
    }
  }

  /// The root's label, which comes from elsewhere, may be one that is written for another.
  private func requireUniqueLabels(_ all: [FileSystemDescription]) throws(InputError) {
    var names: [String: String] = [:]
    for fileSystem in all {
      guard let other = names.updateValue(fileSystem.name, forKey: fileSystem.label) else {
        continue
      }
      throw InputError(
        "`\(other)` and `\(fileSystem.name)` have the same label `\(fileSystem.label)`",
        at: entries.first { $0.name == fileSystem.name }?.location, hint: "change one of the two")
    }
  }
}
