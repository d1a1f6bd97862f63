/// How a build comes to a disk, and to what hooks see of it.
package enum Isolation: String, Sendable, Codable, CaseIterable {
  /// The disk is made from the finished tree, without devices.
  case direct
  /// The last phases run on the disk, a loop device of this host.
  case loop
  /// The last phases run on the disk in a small virtual machine.
  case machine = "vm"
}
