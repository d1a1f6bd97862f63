import Sandbox
import SystemPackage

/// Disks that are made inside a virtual machine.
enum MachineDisks {
  /// The host's tools that the machine calls.
  static func tools(for layout: DiskLayout) -> [String] {
    let makers = Set(layout.fileSystems.map { $0.type == "swap" ? "mkswap" : "mkfs.\($0.type)" })
    let hasPool = layout.volumeGroups.contains { group in
      group.logicalVolumes.contains { $0.kind == .thinPool }
    }
    let volumes =
      ["lvcreate", "pvcreate", "vgchange", "vgcreate"] + (hasPool ? ["thin_check"] : [])
    return makers.sorted() + (layout.volumeGroups.isEmpty ? [] : volumes)
  }
}
