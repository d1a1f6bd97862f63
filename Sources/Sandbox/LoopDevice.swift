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
  /// By their numbers.
  package let partitions: [Int: FilePath]
  private let descriptor: Mutex<OwnedDescriptor?>
  /// Nodes that this program had to make.
  private let made: [FilePath]

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
    (self.partitions, made) = try Self.partitions(of: "loop\(number)")
  }

  /// Gives the device up; it goes when its last mount does.
  package func detach() {
    for node in made { _ = unlink(node.string) }
    descriptor.withLock { $0 = nil }
  }

  private static func partitions(
    of device: String
  ) throws(Errno) -> (nodes: [Int: FilePath], made: [FilePath]) {
    var (nodes, made): ([Int: FilePath], [FilePath]) = ([:], [])
    let directory = FilePath("/sys/class/block").appending(device)
    for name in try directory.children() where name.hasPrefix("\(device)p") {
      guard let number = Int(name.dropFirst(device.count + 1)) else { continue }
      let node = FilePath("/dev").appending(name)
      nodes[number] = node
      if FileStatus(node) == nil {
        try makeNode(node, like: directory.appending(name).appending("dev"))
        made.append(node)
      }
    }
    return (nodes, made)
  }

  /// `/dev` of a container knows nothing of new devices.
  private static func makeNode(_ node: FilePath, like file: FilePath) throws(Errno) {
    let text = String(decoding: try file.contents(), as: UTF8.self)
    let numbers = text.split(whereSeparator: { !$0.isNumber }).compactMap { UInt32($0) }
    guard numbers.count == 2, tie_make_block_node(node.string, numbers[0], numbers[1]) == 0 else {
      throw Errno(rawValue: errno)
    }
  }
}
