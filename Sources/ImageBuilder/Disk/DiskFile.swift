import Glibc
import SystemPackage

/// A raw disk in a sparse file.
struct DiskFile: Sendable {
  let path: FilePath

  /// Makes the file anew, with nothing but a hole.
  static func create(_ path: FilePath, size: Int) throws(Errno) -> DiskFile {
    let file = try open(path, O_WRONLY | O_CREAT | O_TRUNC)
    defer { close(file) }
    guard ftruncate(file, size) == 0 else { throw Errno(rawValue: errno) }
    return DiskFile(path: path)
  }

  func write(_ pieces: [DiskPiece]) throws(Errno) {
    let file = try Self.open(path, O_WRONLY)
    defer { close(file) }
    for piece in pieces {
      var written = 0
      while written < piece.bytes.count {
        let count = piece.bytes[written...].withUnsafeBytes {
          pwrite(file, $0.baseAddress, $0.count, piece.offset + written)
        }
        guard count > 0 else { throw Errno(rawValue: errno) }
        written += count
      }
    }
  }

  /// Bytes, of a device, too.
  func size() throws(Errno) -> Int {
    let file = try Self.open(path, O_RDONLY)
    defer { close(file) }
    let end = lseek(file, 0, SEEK_END)
    guard end >= 0 else { throw Errno(rawValue: errno) }
    return end
  }

  /// Whether the first bytes are all zero.
  func isEmpty(upTo count: Int) throws(Errno) -> Bool {
    let file = try Self.open(path, O_RDONLY)
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: count)
    guard pread(file, &bytes, count, 0) >= 0 else { throw Errno(rawValue: errno) }
    return bytes.allSatisfy { $0 == 0 }
  }

  /// Copies what is not a hole in `other` to `offset`.
  func insert(_ other: FilePath, at offset: Int) throws(Errno) {
    let (source, target) = (try Self.open(other, O_RDONLY), try Self.open(path, O_WRONLY))
    defer {
      close(source)
      close(target)
    }
    var start = lseek(source, 0, Self.seekData)
    while start >= 0 {
      let end = lseek(source, start, Self.seekHole)
      guard end > start else { throw Errno(rawValue: errno) }
      try Self.copy(start..<end, of: source, to: target, at: offset)
      start = lseek(source, end, Self.seekData)
    }
    if errno != ENXIO { throw Errno(rawValue: errno) }
  }

  /// The C library hides these from programs that do not ask for its extensions.
  private static let (seekData, seekHole): (CInt, CInt) = (3, 4)

  private static func copy(
    _ region: Range<Int>, of source: CInt, to target: CInt, at offset: Int
  ) throws(Errno) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 4096)
    defer { buffer.deallocate() }
    var position = region.lowerBound
    while position < region.upperBound {
      let wanted = min(buffer.count, region.upperBound - position)
      let count = pread(source, buffer.baseAddress, wanted, position)
      guard count > 0 else { throw count == 0 ? .ioError : Errno(rawValue: errno) }
      guard pwrite(target, buffer.baseAddress, count, position + offset) == count else {
        throw Errno(rawValue: errno)
      }
      position += count
    }
  }

  private static func open(_ path: FilePath, _ flags: CInt) throws(Errno) -> CInt {
    let file = path.withPlatformString { Glibc.open($0, flags | O_CLOEXEC, 0o644) }
    guard file >= 0 else { throw Errno(rawValue: errno) }
    return file
  }
}
