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
  /// Everything below `root`, in byte order of the paths; `.git` is left out.
  private(set) var files: [ElementFile] = []
  /// The directories that cannot be read, in the order of the walk.
  private(set) var faults: [InputError] = []

  /// Walks the directory; what cannot be read is left out and noted.
  init(below root: FilePath, as prefix: FilePath = "") {
    self.root = root
    self.prefix = prefix
    let components = prefix.components.map(\.string)
    do throws(Errno) {
      try visit(try DirectoryHandle(root), at: "", components)
    } catch {
      faults.append(FileReader.unreadable(root, error))
    }
    files.sort { $0.relativePath.precedesInBytes($1.relativePath) }
  }

  /// Everything below `root`; what cannot be read is an error.
  static func files(
    below root: FilePath, as prefix: FilePath = ""
  ) throws(InputError) -> [ElementFile] {
    let walk = DirectoryWalk(below: root, as: prefix)
    if let fault = walk.faults.first { throw fault }
    return walk.files
  }

  private mutating func visit(
    _ directory: consuming DirectoryHandle, at path: FilePath, _ components: [String]
  ) throws(Errno) {
    for name in directory.names() where name != ".git" {
      let status = try directory.status(of: name)
      let path = path.pushing(name)
      let components = components + [name.string]
      let (kind, destination) = try type(of: name, in: directory, status)
      files.append(
        ElementFile(
          relativePath: prefix.pushing(path), components: components, path: root.pushing(path),
          kind: kind, status: status, destination: destination))
      if status.isDirectory {
        do throws(Errno) {
          try visit(try directory.directory(named: name), at: path, components)
        } catch {
          faults.append(FileReader.unreadable(root.pushing(path), error))
        }
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
