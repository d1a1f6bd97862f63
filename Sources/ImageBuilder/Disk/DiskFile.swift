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

  func write(_ pieces: [DiskPiece]) throws {
    let file = try Self.open(path, O_WRONLY)
    defer { close(file) }
    for piece in pieces {
      try FileDescriptor(rawValue: file)
        .writeAll(toAbsoluteOffset: Int64(piece.offset), piece.bytes)
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
  func isEmpty(upTo count: Int) throws -> Bool {
    let file = try Self.open(path, O_RDONLY)
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: count)
    _ = try bytes.withUnsafeMutableBytes {
      try FileDescriptor(rawValue: file).read(fromAbsoluteOffset: 0, into: $0)
    }
    return bytes.allSatisfy { $0 == 0 }
  }

  /// Copies what is not a hole in `other` to `offset`.
  func insert(_ other: FilePath, at offset: Int) throws {
    let (source, target) = (try Self.open(other, O_RDONLY), try Self.open(path, O_WRONLY))
    defer {
      close(source)
      close(target)
    }
    var start = lseek(source, 0, Self.seekData)
    while start >= 0 {
      let end = lseek(source, start, Self.seekHole)
      guard end > start else { throw Errno(rawValue: errno) }
      try Self.copy(
        start..<end, of: FileDescriptor(rawValue: source), to: FileDescriptor(rawValue: target),
        at: offset)
      start = lseek(source, end, Self.seekData)
    }
    if errno != ENXIO { throw Errno(rawValue: errno) }
  }

  /// The C library hides these from programs that do not ask for its extensions.
  private static let (seekData, seekHole): (CInt, CInt) = (3, 4)

  private static func copy(
    _ region: Range<Int>, of source: FileDescriptor, to target: FileDescriptor, at offset: Int
  ) throws {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 4096)
    defer { buffer.deallocate() }
    var position = region.lowerBound
    while position < region.upperBound {
      let part = UnsafeMutableRawBufferPointer(
        rebasing: buffer[..<min(buffer.count, region.upperBound - position)])
      let count = try source.read(fromAbsoluteOffset: Int64(position), into: part)
      guard count > 0 else { throw Errno.ioError }
      try target.writeAll(
        toAbsoluteOffset: Int64(position + offset), UnsafeRawBufferPointer(rebasing: part[..<count])
      )
      position += count
    }
  }

  private static func open(_ path: FilePath, _ flags: CInt) throws(Errno) -> CInt {
    let file = path.withPlatformString { Glibc.open($0, flags | O_CLOEXEC, 0o644) }
    guard file >= 0 else { throw Errno(rawValue: errno) }
    return file
  }
}
