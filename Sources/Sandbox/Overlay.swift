package import SystemPackage

/// Directories of the host seen as one, by overlayfs.
package struct Overlay: Sendable, Hashable {
  /// Read-only layers, the top one first; at most 500.
  package var lower: [FilePath]
  /// Receives all changes; without it the overlay is read-only.
  package var upper: FilePath?
  /// An empty directory for the kernel's use, on the same file system as `upper`.
  package var work: FilePath?
  /// Whether fsync does nothing, and nothing is written back when the overlay is unmounted. After
  /// a crash of the machine `upper` must not be used.
  package var isVolatile: Bool

  /// A read-only overlay.
  package init(lower: [FilePath]) {
    self.lower = lower
    isVolatile = false
  }

  /// A writable overlay.
  package init(lower: [FilePath], upper: FilePath, work: FilePath, isVolatile: Bool = false) {
    self.lower = lower
    self.upper = upper
    self.work = work
    self.isVolatile = isVolatile
  }

  /// Every directory that must exist.
  var directories: [FilePath] { lower + [upper, work].compactMap(\.self) }
}
