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
      try await tools.run(job.title, Command("mkfs", arguments(of: job, file)))
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

  static func arguments(of job: FileSystemJob, _ file: FilePath) -> [String] {
    let fileSystem = job.fileSystem
    let isXFS = fileSystem.type == "xfs"
    let identity = fileSystem.uuid.map { isXFS ? ["-m", "uuid=\($0)"] : ["-U", $0] } ?? []
    let quiet = ["xfs", "btrfs"].contains(fileSystem.type) ? ["-q"] : []
    let sectors = isXFS && job.sectorSize > 512 ? ["-s", "size=\(job.sectorSize)"] : []
    return ["-t", fileSystem.type] + fileSystem.options + sectors + ["-L", fileSystem.label]
      + identity + quiet + [file.string]
  }
}
