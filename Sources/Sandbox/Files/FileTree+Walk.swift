import Glibc
package import SystemPackage

extension FileTree {
  /// What a walk comes across.
  package enum Event {
    /// An entry of the directory at hand, its name as the file system has it.
    case entry(name: EntryName, FileStatus)
    /// What follows is in the directory that was reported last.
    case down
    /// That was all of the directory.
    case up
  }

  /// Tells all that is below a directory to `report`: entries in byte order, what a directory holds
  /// right after it. Follows no link, and does not go into what is mounted there.
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

  /// Tells all that is below an open directory, and closes it.
  static func walk(_ descriptor: CInt, _ report: (Event) -> Void) throws(Errno) {
    guard descriptor >= 0 else { throw Errno(rawValue: errno) }
    guard let status = FileStatus(descriptor: descriptor), let stream = fdopendir(descriptor) else {
      let failure = Errno(rawValue: errno)
      close(descriptor)
      throw failure
    }
    try walk(stream, descriptor, device: status.device, report)
  }

  private static func walk(
    _ stream: OpaquePointer, _ descriptor: CInt, device: UInt, _ report: (Event) -> Void
  ) throws(Errno) {
    let names = entryNames(in: stream)
    defer { closedir(stream) }
    for name in names {
      // What is gone again, while others write, was never there.
      guard let status = FileStatus(name, in: descriptor) else { continue }
      report(.entry(name: name, status))
      guard status.kind == .directory, status.device == device else { continue }
      report(.down)
      let child = try subdirectory(name, of: descriptor)
      try walk(child.stream, child.descriptor, device: device, report)
      report(.up)
    }
  }

  private static func subdirectory(
    _ name: EntryName, of directory: CInt
  ) throws(Errno) -> (stream: OpaquePointer, descriptor: CInt) {
    let descriptor = openat(
      directory, name.platformString, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw Errno(rawValue: errno) }
    guard let stream = fdopendir(descriptor) else {
      close(descriptor)
      throw .noMemory
    }
    return (stream, descriptor)
  }
}

/// A file's name as the file system has it, whatever its encoding.
///
/// Bytes and no path component: a walk comes across many, and to check each costs more than the walk.
package struct EntryName: Sendable, Hashable {
  /// Ends with a zero.
  package let platformString: [CChar]

  init(_ name: UnsafePointer<CChar>) {
    platformString = Array(UnsafeBufferPointer(start: name, count: strlen(name) + 1))
  }

  /// The name as text; what is not UTF-8 in it is repaired.
  var text: String {
    String(decoding: platformString.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The name as part of a path.
  package var component: FilePath.Component? { FilePath.Component(platformString: platformString) }
}

/// The names in an open directory in byte order, without `.` and `..`.
func entryNames(in stream: OpaquePointer) -> [EntryName] {
  var names: [EntryName] = []
  while let entry = readdir(stream) {
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let name = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
    if strcmp(name, ".") == 0 || strcmp(name, "..") == 0 { continue }
    names.append(EntryName(name))
  }
  return names.sorted { strcmp($0.platformString, $1.platformString) < 0 }
}
