import CArchive
import Glibc
package import SystemPackage

/// What an archive says about one file.
package struct ArchiveEntry: Sendable, Hashable {
  /// As written, mostly `./etc/passwd`.
  package var path: FilePath
  package var kind: Kind
  /// The twelve permission bits.
  package var mode: UInt32
  package var userID: Int
  package var groupID: Int
  /// Bytes; 0 for anything but regular files.
  package var size: Int
  /// Seconds since 1970.
  package var modified: Int
  package var extendedAttributes: [String: [UInt8]]

  /// Of what kind a file is.
  package enum Kind: Sendable, Hashable {
    case regular, directory, fifo
    case symbolicLink(target: FilePath)
    /// Another name of a file that came before.
    case hardLink(to: FilePath)
    case characterDevice(major: Int, minor: Int)
    case blockDevice(major: Int, minor: Int)
    case other
  }

  /// Copies the facts out of libarchive's entry.
  init(_ entry: OpaquePointer) {
    path = FilePath(platformString: archive_entry_pathname(entry))
    kind = Kind(entry)
    mode = UInt32(archive_entry_perm(entry))
    userID = Int(archive_entry_uid(entry))
    groupID = Int(archive_entry_gid(entry))
    size = Int(archive_entry_size(entry))
    modified = archive_entry_mtime(entry)
    extendedAttributes = Self.extendedAttributes(of: entry)
  }

  private static func extendedAttributes(of entry: OpaquePointer) -> [String: [UInt8]] {
    var attributes: [String: [UInt8]] = [:]
    var (name, value, size) = (UnsafePointer<CChar>?.none, UnsafeRawPointer?.none, 0)
    archive_entry_xattr_reset(entry)
    while archive_entry_xattr_next(entry, &name, &value, &size) == ARCHIVE_OK {
      guard let name else { continue }
      attributes[String(cString: name)] = Array(UnsafeRawBufferPointer(start: value, count: size))
    }
    return attributes
  }
}

extension ArchiveEntry.Kind {
  fileprivate init(_ entry: OpaquePointer) {
    if let target = archive_entry_hardlink(entry) {
      self = .hardLink(to: FilePath(platformString: target))
      return
    }
    let (major, minor) = (
      Int(archive_entry_rdevmajor(entry)), Int(archive_entry_rdevminor(entry))
    )
    switch archive_entry_filetype(entry) {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .directory
    case S_IFIFO: self = .fifo
    case S_IFCHR: self = .characterDevice(major: major, minor: minor)
    case S_IFBLK: self = .blockDevice(major: major, minor: minor)
    case S_IFLNK:
      let target = archive_entry_symlink(entry).map { FilePath(platformString: $0) }
      self = .symbolicLink(target: target ?? "")
    default: self = .other
    }
  }
}
