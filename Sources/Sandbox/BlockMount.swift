package import SystemPackage

/// The file system on a block device of the host.
package struct BlockMount: Sendable, Hashable {
  package var device: FilePath
  /// As the kernel calls it.
  package var type: String
  package var isReadOnly: Bool

  /// The file system of `type` on `device`.
  package init(_ device: FilePath, type: String, isReadOnly: Bool = false) {
    self.device = device
    self.type = type
    self.isReadOnly = isReadOnly
  }
}
