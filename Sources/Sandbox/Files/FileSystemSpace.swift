import Glibc
package import SystemPackage

/// What `statvfs` says of the file system that holds a file.
package struct FileSystemSpace: Sendable {
  /// Bytes that this program can still write.
  package let available: Int
  package let isReadOnly: Bool

  /// The space at `path`; nil when it cannot be found out.
  package init?(of path: FilePath) {
    var status = statvfs()
    guard path.withPlatformString({ statvfs($0, &status) }) == 0 else { return nil }
    available =
      Int(clamping: status.f_bavail).multipliedReportingOverflow(
        by: Int(clamping: status.f_frsize)
      ).partialValue
    isReadOnly = status.f_flag & UInt(ST_RDONLY) != 0
  }
}
