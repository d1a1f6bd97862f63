import Sandbox
import SystemPackage

extension IsolationHost {
  /// What this host can do for `layout`; modules of its kernel are loaded where that helps.
  package init(for layout: DiskLayout) async {
    var known = Self.knownFileSystems
    for type in Set(layout.fileSystems.map(\.kernelType)).subtracting(known) where type != "swap" {
      let command = Command("modprobe", ["-q", "--", type])
      if (try? await CommandRunner().run(command))?.isSuccess == true {
        known.formUnion(Self.knownFileSystems)
      }
    }
    self.init(
      hasLoopDevices: Capability.loopDevices.isAvailable,
      hasMachine: UserModeLinux.program != nil, fileSystems: known)
  }

  private static var knownFileSystems: Set<String> {
    let bytes = (try? FilePath("/proc/filesystems").contents()) ?? []
    let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    return Set(rows.compactMap { $0.split(separator: "\t").last.map(String.init) })
  }
}
