import CArchive
import Glibc
internal import SystemPackage

/// An archive being written with libarchive; a class, because it owns libarchive's objects.
final class OutputArchive {
  private let file: FilePath
  private let archive: OpaquePointer
  private let disk: OpaquePointer
  private let links: OpaquePointer
  private var numbers = FileNumbers()

  init(
    _ file: FilePath, format: ArchiveWriter.Format, compression: Compression
  ) throws(ArchiveError) {
    guard let archive = archive_write_new(), let disk = archive_read_disk_new(),
      let links = archive_entry_linkresolver_new()
    else { throw ArchiveError(ENOMEM, "write", file) }
    self.file = file
    self.archive = archive
    self.disk = disk
    self.links = links
    archive_read_disk_set_symlink_physical(disk)
    // File flags such as "no copy on write" belong to a file system, not to an image.
    archive_read_disk_set_behavior(disk, ARCHIVE_READDISK_NO_FFLAGS)
    try set(format)
    try check(compression.add(to: archive), "compress", file)
    try check(archive_write_open_filename(archive, file.string), "write", file)
  }

  deinit {
    archive_entry_linkresolver_free(links)
    archive_read_free(disk)
    archive_write_free(archive)
  }

  private func set(_ format: ArchiveWriter.Format) throws(ArchiveError) {
    switch format {
    case .pax:
      try check(archive_write_set_format_pax(archive), "write", file)
      // In the other of its two forms, GNU tar would ignore extended attributes with a warning.
      let status = archive_write_set_format_option(archive, "pax", "xattrheader", "SCHILY")
      try check(status, "write", file)
    case .newc:
      try check(archive_write_set_format_cpio_newc(archive), "write", file)
    }
    archive_entry_linkresolver_set_strategy(links, archive_format(archive))
  }

  /// Adds the file `source` under the name `./name`.
  func add(
    _ source: FilePath, as name: FilePath, _ status: stat, latestModification: Int?
  ) throws(ArchiveError) {
    if status.st_mode & S_IFMT == S_IFSOCK { return }
    guard let entry = archive_entry_new() else { throw ArchiveError(ENOMEM, "read", source) }
    source.withPlatformString { archive_entry_copy_sourcepath(entry, $0) }
    FilePath("./").pushing(name).withPlatformString { archive_entry_copy_pathname(entry, $0) }
    var status = status
    let result = archive_read_disk_entry_from_file(disk, entry, -1, &status)
    guard result >= ARCHIVE_WARN else {
      archive_entry_free(entry)
      throw ArchiveError(path: source, action: "read", reason: Self.message(of: disk))
    }
    Self.fixTimes(of: entry, latestModification: latestModification)
    try write(linking: entry)
  }

  /// Writes what is still held back, and completes the file.
  func finish() throws(ArchiveError) {
    var deferred: OpaquePointer?
    var other: OpaquePointer?
    archive_entry_linkify(links, &deferred, &other)
    while let entry = deferred {
      defer { archive_entry_free(entry) }
      try write(entry)
      deferred = nil
      archive_entry_linkify(links, &deferred, &other)
    }
    try check(archive_write_close(archive), "write", file)
  }

  private static func fixTimes(of entry: OpaquePointer, latestModification: Int?) {
    archive_entry_unset_atime(entry)
    archive_entry_unset_ctime(entry)
    archive_entry_unset_birthtime(entry)
    if let latestModification, archive_entry_mtime(entry) >= latestModification {
      archive_entry_set_mtime(entry, latestModification, 0)
    }
  }

  /// Writes an entry, or what takes its place once hard links are considered: a cpio archive has
  /// the body with the last of several links. Takes the entry over.
  private func write(linking entry: OpaquePointer) throws(ArchiveError) {
    var first: OpaquePointer? = entry
    var second: OpaquePointer?
    archive_entry_linkify(links, &first, &second)
    defer {
      archive_entry_free(first)
      archive_entry_free(second)
    }
    for entry in [first, second] { if let entry { try write(entry) } }
  }

  private func write(_ entry: OpaquePointer) throws(ArchiveError) {
    let source = FilePath(platformString: archive_entry_sourcepath(entry))
    let contents = FileContents(of: entry, at: source)
    hidePlace(of: entry)
    try check(archive_write_header(archive, entry), "write the entry of", source)
    guard archive_entry_size(entry) > 0, archive_entry_hardlink(entry) == nil else { return }
    try contents.read { bytes throws(ArchiveError) in
      let count = archive_write_data(archive, bytes.baseAddress, bytes.count)
      guard count == bytes.count else {
        throw ArchiveError(path: file, action: "write", reason: Self.message(of: archive))
      }
    }
  }

  /// Where the file was kept says nothing about the tree. Readers of cpio know hard links by their
  /// numbers, though.
  private func hidePlace(of entry: OpaquePointer) {
    let (device, inode) = (archive_entry_dev(entry), archive_entry_ino64(entry))
    let isCPIO = archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_CPIO
    archive_entry_set_dev(entry, 0)
    archive_entry_set_ino64(entry, isCPIO ? numbers.number(of: device, inode) : 0)
  }

  /// Warnings are success: something that the format cannot hold was left out.
  private func check(
    _ status: CInt, _ action: String, _ path: FilePath
  ) throws(ArchiveError) {
    guard status < ARCHIVE_WARN else { return }
    throw ArchiveError(path: path, action: action, reason: Self.message(of: archive))
  }

  static func message(of archive: OpaquePointer) -> String {
    let text = archive_error_string(archive).map { String(cString: $0) } ?? "unknown failure"
    let code = archive_errno(archive)
    return code > 0 ? "\(text): \(Errno(rawValue: code))" : text
  }
}

/// Small numbers for files, in the order in which they come: equal trees give equal archives.
private struct FileNumbers {
  private var known: [[Int64]: Int64] = [:]

  mutating func number(of device: dev_t, _ inode: Int64) -> Int64 {
    let identity = [Int64(bitPattern: UInt64(device)), inode]
    let number = known[identity] ?? Int64(known.count + 1)
    known[identity] = number
    return number
  }
}
