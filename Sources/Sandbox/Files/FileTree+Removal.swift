import CSandbox
import Glibc
internal import SystemPackage

extension FileTree {
  static func removeEntry(_ name: UnsafePointer<CChar>, in parent: Int32) throws(Errno) {
    if unlinkat(parent, name, 0) == 0 || errno == ENOENT { return }
    guard errno == EISDIR else { throw Errno(rawValue: errno) }
    // Saves opening the many empty ones.
    if unlinkat(parent, name, AT_REMOVEDIR) == 0 { return }
    try removeContents(of: name, in: parent)
    guard unlinkat(parent, name, AT_REMOVEDIR) == 0 || errno == ENOENT else {
      throw Errno(rawValue: errno)
    }
  }

  private static func removeContents(of name: UnsafePointer<CChar>, in parent: Int32) throws(Errno)
  {
    let stream = try openDirectory(name, in: parent)
    defer { closedir(stream) }
    let descriptor = dirfd(stream)
    while let entry = readdir(stream) {
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let name = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
      if strcmp(name, ".") == 0 || strcmp(name, "..") == 0 { continue }
      try removeEntry(name, in: descriptor)
    }
  }

  private static func openDirectory(
    _ name: UnsafePointer<CChar>, in parent: Int32
  ) throws(Errno) -> OpaquePointer {
    var descriptor = tie_open_same_mount(parent, name)
    if descriptor < 0, errno == EACCES, fchmodat(parent, name, 0o700, 0) == 0 {
      descriptor = tie_open_same_mount(parent, name)
    }
    guard descriptor >= 0 else { throw errno == EXDEV ? .resourceBusy : Errno(rawValue: errno) }
    guard let stream = fdopendir(descriptor) else {
      close(descriptor)
      throw .noMemory
    }
    return stream
  }
}
