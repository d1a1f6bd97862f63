import Diagnostics
import SystemPackage

/// Lists all that is below a directory, without following links.
///
/// Every directory is opened relative to its parent and every entry examined relative to its
/// directory, which is several times faster than asking for full paths.
struct DirectoryWalk {
  private let root: FilePath
  /// The path inside the element at which `root` appears.
  private let prefix: FilePath
  private var found: [ElementFile] = []

  /// Everything below `root`, in byte order of the paths; `.git` is left out.
  static func files(
    below root: FilePath, as prefix: FilePath = ""
  ) throws(InputError) -> [ElementFile] {
    var walk = DirectoryWalk(root: root, prefix: prefix)
    do throws(Errno) {
      try walk.visit(try DirectoryHandle(root), at: "", walk.prefix.components.map(\.string))
    } catch {
      throw FileReader.unreadable(root, error)
    }
    return walk.found.sorted { $0.relativePath.precedesInBytes($1.relativePath) }
  }

  private init(root: FilePath, prefix: FilePath) {
    self.root = root
    self.prefix = prefix
  }

  private mutating func visit(
    _ directory: consuming DirectoryHandle, at path: FilePath, _ components: [String]
  ) throws(Errno) {
    for name in directory.names() where name != ".git" {
      let status = try directory.status(of: name)
      let path = path.pushing(name)
      let components = components + [name.string]
      let (kind, destination) = try type(of: name, in: directory, status)
      found.append(
        ElementFile(
          relativePath: prefix.pushing(path), components: components, path: root.pushing(path),
          kind: kind, status: status, destination: destination))
      if status.isDirectory {
        try visit(try directory.directory(named: name), at: path, components)
      }
    }
  }

  private func type(
    of name: FilePath, in directory: borrowing DirectoryHandle, _ status: FileStatus
  ) throws(Errno) -> (ElementFile.Kind, ElementFile.Destination?) {
    guard status.isSymlink else { return (status.kind, nil) }
    let kind = ElementFile.Kind.symlink(target: try directory.target(ofLink: name))
    guard let reached = try? directory.status(of: name, followingLinks: true) else {
      return (kind, nil)
    }
    return (kind, ElementFile.Destination(kind: reached.kind, mode: reached.mode))
  }
}
