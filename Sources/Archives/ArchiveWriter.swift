package import SystemPackage

/// Writes a directory tree as an archive.
///
/// Entries are sorted by name, directory by directory, and carry no access or change times, so that
/// equal trees give equal archives. Owners are numbers. Hard links, devices, fifos, extended
/// attributes, ACLs and holes are kept; sockets are left out.
package struct ArchiveWriter: Sendable, Hashable {
  package var format: Format = .pax
  package var compression: Compression = .none
  /// Paths relative to the tree that are left out, with all below them.
  package var excluded: Set<FilePath> = []
  /// Directories relative to the tree that are written without what is in them.
  package var emptied: Set<FilePath> = []
  /// Whether directories on which another file system is mounted are written as empty ones.
  package var staysOnFileSystem = false
  /// Later times of modification are replaced by this one: seconds since 1970.
  package var latestModification: Int?

  /// The kinds of archive.
  package enum Format: Sendable, Hashable {
    /// A tar that GNU tar and libarchive read in full.
    case pax
    /// A cpio archive as the kernel reads it at boot; without extended attributes and holes.
    case newc
  }

  /// A writer of the given format.
  package init(format: Format = .pax, compression: Compression = .none) {
    self.format = format
    self.compression = compression
  }

  /// Writes what is in `tree`, an absolute path such as `/proc/4711/root`, to `file`.
  ///
  /// Blocks. After a failure the file is incomplete.
  package func write(_ tree: FilePath, to file: FilePath) throws(ArchiveError) {
    try withUTF8Names { () throws(ArchiveError) in
      let output = try OutputArchive(file, format: format, compression: compression)
      let walk = TreeWalk(
        tree: tree, excluded: excluded, emptied: emptied, staysOnFileSystem: staysOnFileSystem)
      try walk.visit { source, name, status throws(ArchiveError) in
        try output.add(source, as: name, status, latestModification: latestModification)
      }
      try output.finish()
    }
  }
}
