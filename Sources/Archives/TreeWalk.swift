import CArchive
import Glibc
internal import SystemPackage

/// A directory tree in a fixed order: each directory before what is in it, by the bytes of names.
struct TreeWalk {
  let tree: FilePath
  let excluded: Set<FilePath>
  let emptied: Set<FilePath>
  let staysOnFileSystem: Bool

  /// Called with a file's own path, its path in the tree (empty for the tree itself) and status.
  typealias Visitor = (FilePath, FilePath, stat) throws(ArchiveError) -> Void

  func visit(_ body: Visitor) throws(ArchiveError) {
    let status = try Self.status(of: source(of: ""))
    try visit("", status, device: status.st_dev, body)
  }

  private func visit(
    _ name: FilePath, _ status: stat, device: dev_t, _ body: Visitor
  ) throws(ArchiveError) {
    let source = source(of: name)
    try body(source, name, status)
    guard status.st_mode & S_IFMT == S_IFDIR, !emptied.contains(name) else { return }
    if staysOnFileSystem, status.st_dev != device { return }
    for child in try Self.children(of: source) {
      let path = name.appending(child)
      if excluded.contains(path) { continue }
      try visit(path, Self.status(of: source.appending(child)), device: device, body)
    }
  }

  /// The tree itself with a dot, which leads through the link that `/proc/PID/root` is.
  private func source(of name: FilePath) -> FilePath { tree.pushing(name.isEmpty ? "." : name) }

  private static func status(of path: FilePath) throws(ArchiveError) -> stat {
    var status = stat()
    guard path.withPlatformString({ lstat($0, &status) }) == 0 else {
      throw ArchiveError(errno, "examine", path)
    }
    return status
  }

  private static func children(of path: FilePath) throws(ArchiveError) -> [FilePath.Component] {
    guard let stream = path.withPlatformString({ opendir($0) }) else {
      throw ArchiveError(errno, "read", path)
    }
    defer { closedir(stream) }
    var names: [[CChar]] = []
    while let entry = readdir(stream) {
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let name = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
      names.append(Array(UnsafeBufferPointer(start: name, count: strlen(name) + 1)))
    }
    return names.sorted(by: precedes).compactMap { FilePath.Component(platformString: $0) }
      .filter { $0.kind == .regular }
  }

  private static func precedes(_ left: [CChar], _ right: [CChar]) -> Bool {
    strcmp(left, right) < 0
  }
}

extension ArchiveError {
  /// The failure of a system call.
  init(_ number: CInt, _ action: String, _ path: FilePath) {
    self.init(path: path, action: action, reason: Errno(rawValue: number).description)
  }
}
