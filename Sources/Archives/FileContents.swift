import CArchive
import Glibc
internal import SystemPackage

/// The bytes of a file as an entry promises them: exactly its size, with zeroes for holes.
struct FileContents {
  private let source: FilePath
  private let size: Int
  /// The parts that are not holes.
  private var regions: [Range<Int>] = []

  /// The contents of `source`, as described by `entry`.
  init(of entry: OpaquePointer, at source: FilePath) {
    self.source = source
    size = Int(archive_entry_size(entry))
    var (offset, length) = (la_int64_t(0), la_int64_t(0))
    archive_entry_sparse_reset(entry)
    while archive_entry_sparse_next(entry, &offset, &length) == ARCHIVE_OK {
      regions.append(Int(offset)..<Int(offset + length))
    }
    if regions.isEmpty { regions = [0..<size] }
  }

  /// Hands on all bytes in order, in pieces.
  func read(
    _ receive: (UnsafeRawBufferPointer) throws(ArchiveError) -> Void
  ) throws(ArchiveError) {
    let file = source.withPlatformString { open($0, O_RDONLY | O_NOFOLLOW | O_CLOEXEC) }
    guard file >= 0 else { throw ArchiveError(errno, "read", source) }
    defer { close(file) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 * 1024, alignment: 4096)
    defer { buffer.deallocate() }
    var position: Int = 0
    for region in regions {
      try zeroes(region.lowerBound - position, buffer, receive)
      try copy(region, of: file, buffer, receive)
      position = region.upperBound
    }
    try zeroes(size - position, buffer, receive)
  }

  private func zeroes(
    _ count: Int, _ buffer: UnsafeMutableRawBufferPointer,
    _ receive: (UnsafeRawBufferPointer) throws(ArchiveError) -> Void
  ) throws(ArchiveError) {
    guard count > 0 else { return }
    buffer.initializeMemory(as: UInt8.self, repeating: 0)
    var left = count
    while left > 0 {
      let piece = min(left, buffer.count)
      try receive(UnsafeRawBufferPointer(rebasing: buffer[..<piece]))
      left -= piece
    }
  }

  private func copy(
    _ region: Range<Int>, of file: CInt, _ buffer: UnsafeMutableRawBufferPointer,
    _ receive: (UnsafeRawBufferPointer) throws(ArchiveError) -> Void
  ) throws(ArchiveError) {
    var position = region.lowerBound
    while position < region.upperBound {
      let wanted = min(buffer.count, region.upperBound - position)
      let count = pread(file, buffer.baseAddress, wanted, position)
      if count < 0 {
        if errno == EINTR { continue }
        throw ArchiveError(errno, "read", source)
      }
      // The file has become shorter meanwhile; its size is already written.
      guard count > 0 else { return try zeroes(region.upperBound - position, buffer, receive) }
      try receive(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      position += count
    }
  }
}
