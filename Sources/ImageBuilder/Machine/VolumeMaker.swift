import Sandbox
import SystemPackage

/// Makes volume groups (dib-contract section 11.3), all physical volumes first.
struct VolumeMaker {
  private let devices: LoopedDisks

  init(_ devices: LoopedDisks) { self.devices = devices }

  func make(_ groups: [VolumeGroup]) async throws {
    for command in Self.commands(for: groups, device: { devices[$0]?.string ?? "" }) {
      try await Self.run(command)
    }
  }

  /// Ends the use of the groups' devices.
  static func deactivate(_ groups: [String]) async throws {
    for group in groups.reversed() { try await run(Command("vgchange", ["-an", group])) }
  }

  static func commands(
    for groups: [VolumeGroup], device: (DeviceReference) -> String
  ) -> [Command] {
    groups.flatMap { group in
      group.physicalVolumes.map { Command("pvcreate", [device($0.device)] + $0.options) }
    }
      + groups.map { group in
        let volumes = group.physicalVolumes.map { device($0.device) }
        return Command("vgcreate", [group.name] + volumes + group.options)
      }
      + groups.flatMap { group in
        group.logicalVolumes.map { Command("lvcreate", arguments(for: $0, in: group.name)) }
      }
  }

  private static func arguments(for volume: LogicalVolume, in group: String) -> [String] {
    let (kind, flag): ([String], String) =
      switch volume.kind {
      case .linear: ([], "-L")
      case .thinPool: (["--type", "thin-pool"], "-L")
      case .thin(let pool): (["--type", "thin", "--thinpool", pool], "-V")
      }
    let size: [String] =
      switch volume.size {
      case .bytes(let bytes): [flag, "\(bytes)B"]
      case .extents(let extents): ["-l", extents]
      }
    return ["--name", volume.name] + kind + size + volume.options + [group]
  }

  /// There is no udev in the machine, and nobody to answer questions; nothing is to be written to
  /// `/etc/lvm`.
  private static func run(_ command: Command) async throws {
    var command = command
    command.arguments += ["--yes", "--config", configuration]
    command.environment = [
      "DM_DISABLE_UDEV": "1", "LC_ALL": "C.UTF-8", "LVM_SUPPRESS_FD_WARNINGS": "1",
    ]
    do { try await CommandRunner().run(checked: command) } catch {
      throw BuildError.stepFailed(title: "make volumes", reason: "\(error)")
    }
  }

  private static let configuration = """
    devices { use_devicesfile = 0 filter = [ "a|^/dev/loop|", "r|.*|" ] } \
    backup { backup = 0 archive = 0 } activation { monitoring = 0 udev_sync = 0 udev_rules = 0 }
    """
}
