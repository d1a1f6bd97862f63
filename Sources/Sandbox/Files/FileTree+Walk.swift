import Glibc
package import SystemPackage

extension FileTree {
  /// What a walk comes across.
  package enum Event {
    /// An entry of the directory at hand, its name as the file system has it.
    case entry(name: [UInt8], FileStatus)
    /// All entries of a directory have been seen.
    case end
  }

  /// Tells all that is below a directory to `report`: entries in byte order, what a directory holds
  /// right after it. Follows no link.
  ///
  /// Looks names up in their open directory, so that the cost of an entry does not grow with depth.
  package static func walk(
    _ directory: FilePath, _ report: (Event) -> Void
  ) throws(Errno) {
    let descriptor = directory.withPlatformString {
      open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    try walk(descriptor, report)
  }

  private static func walk(
    _ descriptor: CInt, _ report: (Event) -> Void
  ) throws(Errno) {
    guard descriptor >= 0 else { throw Errno(rawValue: errno) }
    guard let stream = fdopendir(descriptor) else {
      let failure = Errno(rawValue: errno)
      close(descriptor)
      throw failure
    }
    defer { closedir(stream) }
    for name in rawNames(in: stream).sorted(by: precedes) {
      let status = try status(of: name, in: descriptor)
      report(.entry(name: name, status))
      if status.kind == .directory { try walk(subdirectory(name, of: descriptor), report) }
    }
    report(.end)
  }

  private static func rawNames(in stream: OpaquePointer) -> [[UInt8]] {
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let name = UnsafeRawPointer(entry) + offset
      let length = strlen(name.assumingMemoryBound(to: CChar.self))
      let bytes = [UInt8](UnsafeRawBufferPointer(start: name, count: length))
      if bytes != [UInt8(ascii: ".")], bytes != Array("..".utf8) { names.append(bytes) }
    }
    return names
  }

  private static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let order = memcmp(left, right, min(left.count, right.count))
    return order == 0 ? left.count < right.count : order < 0
  }

  private static func status(of name: [UInt8], in directory: CInt) throws(Errno) -> FileStatus {
    guard let status = withCString(name, { FileStatus($0, in: directory) }) else {
      throw Errno(rawValue: errno)
    }
    return status
  }

  private static func subdirectory(_ name: [UInt8], of directory: CInt) -> CInt {
    withCString(name) { openat(directory, $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
  }

  private static func withCString<Value>(
    _ name: [UInt8], _ body: (UnsafePointer<CChar>) -> Value
  ) -> Value {
    (name + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        // Never empty: it ends with a zero.
        text.baseAddress.map(body) ?? body("")
      }
    }
  }
}
