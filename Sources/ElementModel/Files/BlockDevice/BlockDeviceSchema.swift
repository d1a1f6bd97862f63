import Diagnostics
import Documents

/// The settings that a module, partition or volume may have.
struct BlockDeviceSchema {
  let required: [String]
  let optional: [String]
  /// Whether other modules may stand inside.
  var holdsModules = false

  /// The settings of each module; `base` and `name` may come from the entry around it.
  static let modules: [String: BlockDeviceSchema] = [
    "local_loop": BlockDeviceSchema(
      required: ["name"], optional: ["size", "directory", "block_size"], holdsModules: true),
    "partitioning": BlockDeviceSchema(
      required: ["label", "partitions"], optional: ["name", "base", "align"], holdsModules: true),
    "lvm": BlockDeviceSchema(
      required: ["name", "pvs", "vgs", "lvs"], optional: ["base"], holdsModules: true),
    "mkfs": BlockDeviceSchema(
      required: [], optional: ["name", "base", "type", "label", "opts", "uuid"],
      holdsModules: true),
    "mount": BlockDeviceSchema(
      required: ["mount_point"], optional: ["name", "base"], holdsModules: true),
    "fstab": BlockDeviceSchema(
      required: [], optional: ["name", "base", "options", "dump-freq", "fsck-passno"]),
  ]

  static let partition = BlockDeviceSchema(
    required: ["name", "size"], optional: ["type", "flags"], holdsModules: true)
  static let physicalVolume = BlockDeviceSchema(required: ["name", "base"], optional: ["options"])
  static let volumeGroup = BlockDeviceSchema(required: ["name", "base"], optional: ["options"])
  static let logicalVolume = BlockDeviceSchema(
    required: ["name", "base"], optional: ["size", "extents", "options", "type", "thin-pool"])

  /// What is wrong with the settings' names.
  func problems(
    of node: DocumentNode, _ what: String, at location: SourceLocation, _ reader: FormatReader
  ) -> [FormatProblem] {
    let missing = required.filter { node[$0] == nil }.map {
      FormatProblem(
        .invalidBlockDevice, "\(what) has no `\($0)`", at: location, hint: "add `\($0):`")
    }
    return missing
      + (node.mapping ?? []).map(\.key).filter { !allows($0.text ?? "") }.map {
        let name = $0.text ?? ""
        return FormatProblem(
          .invalidBlockDevice, "\(what) knows no `\(name)`", at: reader.location(of: $0),
          hint: suggestion(for: name))
      }
  }

  private func allows(_ key: String) -> Bool {
    required.contains(key) || optional.contains(key)
      || (holdsModules && BlockDeviceEntry.modules.contains(key))
  }

  private func suggestion(for name: String) -> String {
    let known = required + optional + (holdsModules ? BlockDeviceEntry.modules.sorted() : [])
    return closestName(to: name, among: known).map { "did you mean `\($0)`?" }
      ?? "use one of \(known.map { "`\($0)`" }.joined(separator: ", "))"
  }
}
