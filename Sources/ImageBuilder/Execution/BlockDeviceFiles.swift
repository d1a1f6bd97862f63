import FoundationEssentials
import Sandbox
import SystemPackage

/// The files in which hooks find what there is to know of the disk (dib-contract section 11.5).
struct BlockDeviceFiles {
  let disk: DiskRequest
  let workspace: BuildWorkspace

  /// Writes what is known: everything of the layout, and of the disk itself when there is one.
  func write(size: Int? = nil, _ attached: AttachedDisk? = nil) throws {
    try directory.createDirectories()
    try configuration.write(Array(disk.configuration.utf8))
    try workspace.blockDeviceParameters.write(Array(parameters(size: size).utf8))
    let values = values(attached).map { "\($0)=\($1)\n" }.joined()
    try directory.appending("values").write(Array(values.utf8))
    guard let attached else { return }
    let states = workspace.build.appending("states/block-device")
    try states.createDirectories()
    try states.appending("state.json").write(
      Array(JSONEncoder().encode(State(attached, disk.layout))))
  }

  private var directory: FilePath { workspace.blockDeviceParameters.removingLastComponent() }
  private var configuration: FilePath { directory.appending("config.yaml") }

  private func parameters(size: Int?) -> String {
    let root = disk.layout.root
    let rows = [
      ("config", configuration.string), ("image-dir", workspace.image.string),
      ("root-fs-type", root?.type ?? ""), ("root-label", root?.label ?? ""),
      ("mount-base", workspace.rootfs.string), ("build-dir", workspace.build.string),
    ].map { "\($0): \(ShellText.quoted($1))\n" }
    let late = size.map { "image-size: \($0 >> 10)KiB\n" } ?? ""
    let options = disk.sizes.rootOptions(for: root?.type ?? "").joined(separator: " ")
    let hasOptions = size != nil && !options.isEmpty
    return rows.joined() + late + (hasOptions ? "root-fs-opts: \(ShellText.quoted(options))\n" : "")
  }

  private func values(_ attached: AttachedDisk?) -> [(String, String)] {
    let layout = disk.layout
    let known = [
      ("root-label", layout.root?.label ?? ""), ("root-fstype", layout.root?.type ?? ""),
      ("boot-label", layout.bootLabel),
      ("mount-points", layout.mountPoints.map(\.string).joined(separator: "|")),
    ]
    guard let attached else { return known }
    let variables = attached.variables
    return known + [
      ("image-path", disk.file.string),
      ("image-block-device", variables["IMAGE_BLOCK_DEVICE"] ?? ""),
      ("image-block-devices", variables["IMAGE_BLOCK_DEVICES"] ?? ""),
    ]
  }

  /// `state.json`.
  private struct State: Encodable {
    let sortedMountPoints: [String]
    let labels: [String]
    let devices: [String: [String: String]]
    let fileSystems: [String: [String: String]]
    let mounts: [String: [String: String]]
    let mountOrder: [String]

    init(_ attached: AttachedDisk, _ layout: DiskLayout) {
      sortedMountPoints = layout.mountPoints.map(\.string)
      labels = layout.fileSystems.map(\.label)
      devices = Dictionary(
        uniqueKeysWithValues: attached.devices.map { ($0.name, ["device": $0.path.string]) })
      fileSystems = Dictionary(
        uniqueKeysWithValues: attached.fileSystems.map { fileSystem, device in
          (
            fileSystem.name,
            ["device": device.string, "label": fileSystem.label, "fstype": fileSystem.type]
          )
        })
      mounts = Dictionary(
        uniqueKeysWithValues: attached.fileSystems.map { fileSystem, _ in
          (fileSystem.mountPoint?.string ?? "", ["name": fileSystem.name])
        })
      mountOrder = sortedMountPoints
    }

    enum CodingKeys: String, CodingKey {
      case sortedMountPoints = "sorted_mount_points"
      case labels = "fs_labels"
      case devices = "blockdev"
      case fileSystems = "filesys"
      case mounts = "mount"
      case mountOrder = "mount_order"
    }
  }
}
