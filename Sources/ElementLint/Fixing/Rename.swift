import SystemPackage

/// A file or directory that gets another name in its directory.
package struct Rename: Sendable, Equatable {
  /// The absolute path, after all renames before this one.
  package let from: FilePath
  package let to: FilePath
  /// The directory of the element that it is in.
  package let element: FilePath
}
