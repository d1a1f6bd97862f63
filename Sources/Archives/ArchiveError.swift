package import SystemPackage

/// An archive could not be written or read.
package struct ArchiveError: Error, Hashable, Sendable {
  /// The file at which it happened: in the tree, or the archive itself.
  package var path: FilePath
  /// What was being done, as a phrase: "read", "write the header of".
  package var action: String
  /// The system's or libarchive's words.
  package var reason: String
}

extension ArchiveError: CustomStringConvertible {
  package var description: String { "\(action) \(path): \(reason)" }
}
