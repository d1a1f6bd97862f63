import Diagnostics
import Sandbox
import SystemPackage

/// Makes disks that hooks can work on.
protocol DiskMaker: Sendable {
  /// Makes the disk and attaches it; `tree` gives what comes onto it, `size` the bytes of a disk without
  /// a size of its own.
  func make(
    _ disk: DiskRequest, size: Int?, _ tree: @Sendable () throws -> TreeTools
  ) async throws -> AttachedDisk
}

/// Disks on loop devices of this host, made without devices before.
struct HostDisks: DiskMaker {

  func make(
    _ disk: DiskRequest, size: Int?, _ tree: @Sendable () throws -> TreeTools
  ) async throws -> AttachedDisk {
    let tools = try tree()
    guard let finished = tools.finished else {
      throw BuildError.stepFailed(title: "make the disk", reason: "there is no tree")
    }
    try await DiskBuilder(disk.layout, sizes: disk.sizes).write(
      finished, to: disk.file, size: size, tools.launcher, scratch: tools.scratch)
    do { return try AttachedDisk(disk.layout, in: disk.file) } catch let error as Errno {
      throw BuildError.stepFailed(title: "attach the disk", reason: "\(error)")
    }
  }
}
