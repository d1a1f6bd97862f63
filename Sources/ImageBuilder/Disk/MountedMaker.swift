import Sandbox
import SystemPackage

/// Every other file system, such as XFS and btrfs: the kernel fills it.
///
/// What their own tools offer to fill them loses something: the protofiles of mkfs.xfs know neither
/// hard links nor extended attributes nor the sticky bit. The mount is seen by nobody else, and it
/// and its loop device end with the sandbox.
enum MountedMaker: FileSystemMaker {
  static let types: Set<String> = []

  static func make(_ job: FileSystemJob, _ tools: TreeTools) async throws {
    try await job.withFile(tools) { file in
      try await tools.run(
        job.title,
        Command(
          "mkfs", arguments(of: job.fileSystem, sectorSize: job.sectorSize, on: file)))
      guard let content = job.content(in: tools) else { return }
      try Capability.loopDevices.require()
      let place = tools.scratch.appending("mounted")
      try place.createDirectories()
      let copy = Command(
        "/bin/sh", ["-c", script, "sh", file.string, place.string, content.string])
      try await tools.run(job.title, copy, hiding: job.hidden)
    }
  }

  private static let script =
    #"mount -o loop "$1" "$2" && cp -a "$3/." "$2/" && umount "$2""#

  /// Of mkfs, for any type whose tool knows `-L`.
  static func arguments(
    of fileSystem: FileSystemDescription, sectorSize: Int, on device: FilePath
  ) -> [String] {
    let isXFS = fileSystem.type == "xfs"
    let identity = fileSystem.uuid.map { isXFS ? ["-m", "uuid=\($0)"] : ["-U", $0] } ?? []
    let quiet = ["btrfs", "ext2", "ext3", "ext4", "xfs"].contains(fileSystem.type) ? ["-q"] : []
    let sectors = isXFS && sectorSize > 512 ? ["-s", "size=\(sectorSize)"] : []
    return ["-t", fileSystem.type] + fileSystem.options + sectors + ["-L", fileSystem.label]
      + identity + quiet + [device.string]
  }
}
