import CSandbox
import Glibc
package import SystemPackage
import Synchronization

/// A file as a block device, with partitions.
///
/// A class, because it holds the device: it is gone with the last user of it, and so also when this
/// program is killed.
package final class LoopDevice: Sendable {
  /// Such as `/dev/loop3`.
  package let path: FilePath
  private let nodes: PartitionNodes
  private let descriptor: Mutex<OwnedDescriptor?>

  /// Attaches `file`, whose sectors have `sectorSize` bytes and whose partitions, in bytes, are known by
  /// number: kernels need not be able to read every partition table.
  ///
  /// - Throws: `Errno`; `.noSuchFileOrDirectory` where the kernel has no loop devices.
  package init(
    _ file: FilePath, sectorSize: Int, partitions: [Int: Range<Int>], isReadOnly: Bool = false
  ) throws(Errno) {
    let flags = (isReadOnly ? O_RDONLY : O_RDWR) | O_CLOEXEC
    guard let backing = OwnedDescriptor(open(file.string, flags)) else {
      throw Errno(rawValue: errno)
    }
    var number: CInt = -1
    let device = tie_loop_attach(
      backing.number, UInt32(sectorSize), isReadOnly ? 1 : 0, &number)
    guard let descriptor = OwnedDescriptor(device) else { throw Errno(rawValue: errno) }
    self.descriptor = Mutex(descriptor)
    path = FilePath("/dev/loop\(number)")
    for (number, range) in partitions {
      let (start, length) = (Int64(range.lowerBound), Int64(range.count))
      guard tie_add_partition(device, CInt(number), start, length) == 0 else {
        throw Errno(rawValue: errno)
      }
    }
    nodes = try PartitionNodes(of: "loop\(number)")
  }

  /// By their numbers.
  package var partitions: [Int: FilePath] { nodes.paths }

  /// Gives the device up; it goes when its last mount does.
  package func detach() {
    nodes.remove()
    descriptor.withLock { $0 = nil }
  }
}
