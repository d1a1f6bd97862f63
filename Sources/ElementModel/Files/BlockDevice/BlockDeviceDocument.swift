import Diagnostics
import Documents
import SystemPackage

/// A block-device configuration as it is written, with nested entries lifted out.
package struct BlockDeviceDocument: Sendable {
  /// Children before parents, as the reference implementation orders them.
  package let entries: [BlockDeviceEntry]

  /// Reads a configuration. What breaks the schema is a problem and still an entry, as long as it has
  /// a name.
  package static func parse(
    _ bytes: [UInt8], path: FilePath
  ) -> (value: BlockDeviceDocument, problems: [FormatProblem]) {
    var flattener = BlockDeviceFlattener(path)
    let entries = flattener.entries(of: bytes)
    var checker = BlockDeviceChecker(flattener.reader)
    checker.check(entries)
    return (BlockDeviceDocument(entries: entries), checker.problems)
  }

  /// The name of the files that an element may have for an architecture, the best first.
  package static func fileNames(for architecture: String) -> [FilePath] {
    let architecture = architecture.hasPrefix("ppc64") ? "ppc64el" : architecture
    return [FilePath("block-device-\(architecture).yaml"), "block-device-default.yaml"]
  }
}

/// One entry of a block-device configuration.
package struct BlockDeviceEntry: Sendable {
  /// What kind of node it is: `mkfs`, `mount`, …
  package let module: String
  /// Written, or made of module and base.
  package let name: String
  /// Written, or the name of the entry around it; a loop device has none.
  package let base: String?
  /// The place of the module's key.
  package let location: SourceLocation
  /// What is written for the entry, with the entries inside it.
  package let configuration: DocumentNode

  /// A value of the entry itself.
  package subscript(key: String) -> DocumentNode? { configuration[key] }

  /// The modules that can be used.
  package static let modules: Set = [
    "local_loop", "partitioning", "lvm", "mkfs", "mount", "fstab",
  ]
}
