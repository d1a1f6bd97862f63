import Diagnostics
import Glibc
import SystemPackage

/// Reads one directory of a search path after the other.
struct ElementDiscovery {
  private(set) var directories: [FilePath] = []
  private(set) var elements: [ElementName: Element] = [:]
  private(set) var shadowed: [Element] = []

  mutating func read(_ entry: FilePath) throws(InputError) {
    guard !entry.isEmpty else {
      throw InputError(
        "the elements path has an empty entry", hint: "remove the colon that stands alone")
    }
    let directory = entry.absolute()
    directories.append(directory)
    for path in try Self.candidates(in: directory) {
      guard let name = path.lastComponent.map({ ElementName($0.string) }) else { continue }
      add(path, as: name)
    }
  }

  private mutating func add(_ path: FilePath, as name: ElementName) {
    guard let winner = elements[name] else {
      return elements[name] = Element(reading: path, named: name)
    }
    // A link to an element that is on the path itself hides nothing.
    guard winner.path != path, !shadowed.contains(where: { $0.path == path }) else { return }
    shadowed.append(Element(reading: path, named: name))
  }

  /// The elements of a directory, with links resolved.
  private static func candidates(in directory: FilePath) throws(InputError) -> [FilePath] {
    do throws(Errno) {
      let handle = try DirectoryHandle(directory)
      var paths: [FilePath] = []
      // A repository may itself be on the search path; its history is never meant as an element.
      for name in handle.names() where name != ".git" {
        let path = directory.pushing(name)
        let status = try handle.status(of: name)
        if status.isDirectory {
          paths.append(path)
        } else if status.isSymlink, handle.leadsToDirectory(name), let target = path.resolved() {
          paths.append(target)
        }
      }
      return paths
    } catch {
      throw unusable(directory, error)
    }
  }

  private static func unusable(_ directory: FilePath, _ errno: Errno) -> InputError {
    let fault: String? =
      switch errno {
      case .noSuchFileOrDirectory: "does not exist"
      case .notDirectory: "is no directory"
      default: nil
      }
    guard let fault else { return FileReader.unreadable(directory, errno) }
    return InputError(
      "`\(directory)` on the elements path \(fault)",
      hint: "name existing directories that hold elements, separated by colons")
  }
}

extension FilePath {
  /// The path from `/` on; `.` components go, `..` stay, since links may stand before them.
  fileprivate func absolute() -> FilePath {
    var path = isAbsolute ? FilePath("/") : FilePath.currentDirectory()
    for component in components where component.kind != .currentDirectory {
      path.append(component)
    }
    return path
  }

  private static func currentDirectory() -> FilePath {
    guard let buffer = getcwd(nil, 0) else { return "/" }
    defer { free(buffer) }
    return FilePath(platformString: buffer)
  }

  /// The path with all links resolved; nothing when it leads nowhere.
  fileprivate func resolved() -> FilePath? {
    guard let buffer = withPlatformString({ realpath($0, nil) }) else { return nil }
    defer { free(buffer) }
    return FilePath(platformString: buffer)
  }
}
