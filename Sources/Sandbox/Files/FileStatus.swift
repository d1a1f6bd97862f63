import Glibc
package import SystemPackage

/// What `lstat` says of a file.
package struct FileStatus: Sendable {
  package enum Kind: Sendable {
    case regular, directory, symbolicLink, characterDevice, blockDevice, fifo, socket
  }

  private let status: stat

  /// The status of the file at `path`, of a link itself unless `following`; nil when there is no
  /// such file or it cannot be reached.
  package init?(_ path: FilePath, following: Bool = false) {
    var status = stat()
    let result = path.withPlatformString {
      following ? stat($0, &status) : lstat($0, &status)
    }
    guard result == 0 else { return nil }
    self.status = status
  }

  init?(_ name: EntryName, in directory: CInt) {
    var status = stat()
    guard fstatat(directory, name.platformString, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return nil
    }
    self.status = status
  }

  init?(descriptor: CInt) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.status = status
  }

  package var kind: Kind {
    switch status.st_mode & S_IFMT {
    case S_IFDIR: .directory
    case S_IFLNK: .symbolicLink
    case S_IFCHR: .characterDevice
    case S_IFBLK: .blockDevice
    case S_IFIFO: .fifo
    case S_IFSOCK: .socket
    default: .regular
    }
  }

  /// The kind as the kernel's number.
  package var type: UInt32 { status.st_mode & S_IFMT }
  /// The twelve permission bits.
  package var mode: UInt32 { status.st_mode & 0o7777 }
  package var userID: UInt32 { status.st_uid }
  package var groupID: UInt32 { status.st_gid }
  /// Bytes.
  package var size: Int { Int(status.st_size) }
  package var modified: timespec { status.st_mtim }
  package var changed: timespec { status.st_ctim }
  package var device: UInt { UInt(status.st_dev) }
  package var inode: UInt { UInt(status.st_ino) }

  /// Whether overlayfs says with this entry that a lower one is deleted.
  package var isWhiteout: Bool { kind == .characterDevice && status.st_rdev == 0 }
}
