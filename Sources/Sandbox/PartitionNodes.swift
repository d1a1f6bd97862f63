import CSandbox
import Glibc
internal import SystemPackage
import Synchronization

/// The nodes of a device's partitions, those made that `/dev` lacks.
///
/// A class, because it holds what it has made: that is gone with the last user of it.
final class PartitionNodes: Sendable {
  /// By the partitions' numbers.
  let paths: [Int: FilePath]
  private let made: Mutex<[FilePath]>

  /// The nodes of `device`, of which the kernel tells in `directory`.
  init(
    of device: String, in directory: FilePath = "/sys/class/block", at nodes: FilePath = "/dev"
  ) throws(Errno) {
    var (paths, made): ([Int: FilePath], [FilePath]) = ([:], [])
    do throws(Errno) {
      let partitions = directory.appending(device)
      for name in try partitions.children() where name.hasPrefix("\(device)p") {
        guard let number = Int(name.dropFirst(device.count + 1)) else { continue }
        let node = nodes.appending(name)
        paths[number] = node
        if try Self.make(node, like: partitions.appending(name).appending("dev")) {
          made.append(node)
        }
      }
    } catch {
      Self.remove(made)
      throw error
    }
    self.paths = paths
    self.made = Mutex(made)
  }

  deinit { remove() }

  /// Removes what was made, once: later, a node of that name is another program's.
  func remove() {
    made.withLock {
      Self.remove($0)
      $0 = []
    }
  }

  private static func remove(_ nodes: [FilePath]) {
    for node in nodes { _ = unlink(node.string) }
  }

  /// Makes the node unless it is there: `/dev` of a container knows nothing of new devices, and may
  /// have nodes of devices that are gone, whose numbers others have by now.
  private static func make(_ node: FilePath, like file: FilePath) throws(Errno) -> Bool {
    let text = String(decoding: try file.contents(), as: UTF8.self)
    let numbers = text.split(whereSeparator: { !$0.isNumber }).compactMap { UInt32($0) }
    guard numbers.count == 2 else { throw .ioError }
    switch tie_make_block_node(node.string, numbers[0], numbers[1]) {
    case 0: return false
    case 1: return true
    default: throw Errno(rawValue: errno)
    }
  }
}
