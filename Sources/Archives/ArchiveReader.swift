import CArchive
import Glibc
package import SystemPackage

/// Reads archives of any format and compression that libarchive knows. Blocks.
package struct ArchiveReader: Sendable, Hashable {
  package var file: FilePath

  /// A reader of `file`.
  package init(_ file: FilePath) { self.file = file }

  /// All entries, in the order of the archive.
  package func entries() throws(ArchiveError) -> [ArchiveEntry] {
    var entries: [ArchiveEntry] = []
    try visit { entry, _ in
      entries.append(entry)
      return true
    }
    return entries
  }

  /// The bytes of the regular file at `path`, with or without a leading `./`; nothing when the
  /// archive has none.
  package func contents(of path: FilePath) throws(ArchiveError) -> [UInt8]? {
    var contents: [UInt8]?
    let wanted = path.lexicallyNormalized()
    try visit { entry, read throws(ArchiveError) in
      guard entry.kind == .regular, entry.path.lexicallyNormalized() == wanted else { return true }
      contents = try read()
      return false
    }
    return contents
  }

  /// Calls `body` for each entry, with a function that reads its bytes, until it returns false.
  package func visit(
    _ body: (ArchiveEntry, _ read: () throws(ArchiveError) -> [UInt8]) throws(ArchiveError) -> Bool
  ) throws(ArchiveError) {
    try withUTF8Names { () throws(ArchiveError) in
      let input = try InputArchive(file)
      while let (entry, size) = try input.next() {
        let read = { () throws(ArchiveError) in try input.read(size) }
        guard try body(entry, read) else { return }
      }
    }
  }
}

/// An archive being read with libarchive; a class, because it owns libarchive's object.
private final class InputArchive {
  private let file: FilePath
  private let archive: OpaquePointer
  /// A header may promise anything, and contents are kept in memory.
  private static let largestContents = 1 << 30

  init(_ file: FilePath) throws(ArchiveError) {
    guard let archive = archive_read_new() else { throw ArchiveError(ENOMEM, "read", file) }
    self.file = file
    self.archive = archive
    archive_read_support_filter_all(archive)
    archive_read_support_format_all(archive)
    try check(archive_read_open_filename(archive, file.string, 256 * 1024))
  }

  deinit { archive_read_free(archive) }

  /// The next entry and its size, nothing at the end.
  func next() throws(ArchiveError) -> (ArchiveEntry, Int)? {
    var entry: OpaquePointer?
    let status = archive_read_next_header(archive, &entry)
    if status == ARCHIVE_EOF { return nil }
    try check(status)
    guard let entry else { return nil }
    return (ArchiveEntry(entry), Int(archive_entry_size(entry)))
  }

  /// The bytes of the current entry, with zeroes for holes.
  func read(_ size: Int) throws(ArchiveError) -> [UInt8] {
    guard size <= Self.largestContents else { throw ArchiveError(EFBIG, "read", file) }
    // libarchive stops before a hole at the end.
    var bytes = [UInt8](repeating: 0, count: size)
    let count = bytes.withUnsafeMutableBytes {
      archive_read_data(archive, $0.baseAddress, $0.count)
    }
    try check(CInt(clamping: min(0, count)))
    return bytes
  }

  private func check(_ status: CInt) throws(ArchiveError) {
    guard status < ARCHIVE_WARN else { return }
    throw ArchiveError(path: file, action: "read", reason: OutputArchive.message(of: archive))
  }
}
