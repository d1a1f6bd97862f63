import CArchive

/// How an archive is compressed.
package enum Compression: Sendable, Hashable {
  case none
  case gzip(level: Int = 6)
  case xz(level: Int = 6)
  /// Level 3 compresses better than gzip, and about six times as fast.
  case zstd(level: Int = 3)

  /// Adds the filter to an archive that is not open yet; libarchive's status.
  func add(to archive: OpaquePointer) -> CInt {
    switch self {
    case .none: archive_write_add_filter_none(archive)
    case .gzip(let level): Self.add(archive_write_add_filter_gzip, "gzip", level, to: archive)
    case .xz(let level): Self.add(archive_write_add_filter_xz, "xz", level, to: archive)
    case .zstd(let level): Self.add(archive_write_add_filter_zstd, "zstd", level, to: archive)
    }
  }

  private static func add(
    _ filter: (OpaquePointer) -> CInt, _ name: String, _ level: Int, to archive: OpaquePointer
  ) -> CInt {
    let status = filter(archive)
    guard status >= ARCHIVE_WARN else { return status }
    // The time of writing in a gzip header would make equal archives differ.
    if name == "gzip" { archive_write_set_filter_option(archive, name, "timestamp", nil) }
    // As many as there are cores; gzip has none, and zstd only where libarchive was built for it.
    if name != "gzip" { archive_write_set_filter_option(archive, name, "threads", "0") }
    return archive_write_set_filter_option(archive, name, "compression-level", "\(level)")
  }
}
