import Diagnostics
import Documents
import SystemPackage

/// A directory of hooks and files that changes an image in one respect.
public struct Element: Sendable {
  /// The name of its directory.
  public let name: ElementName
  /// The absolute path, links of the element itself resolved.
  public let path: FilePath
  /// Everything below `path`, in byte order of the paths; links are not followed, `.git` is left
  /// out.
  public let files: [ElementFile]
  /// The rows of `element-deps`, in the order of the file.
  public let dependencies: [ElementReference]
  /// The rows of `element-provides`, in the order of the file.
  public let provides: [ElementReference]
  /// The directories and lists of names that cannot be read. Nothing is known of what is in them, so
  /// no build can use the element.
  public let faults: [InputError]
  private let indices: [FilePath: Int]

  /// Reads the element at an absolute path.
  init(reading path: FilePath, named name: ElementName) {
    let walk = DirectoryWalk(below: path)
    self.init(named: name, at: path, files: walk.files, faults: walk.faults)
  }

  /// The element of these files, in byte order of their paths; reads the lists of names in them.
  init(named name: ElementName, at path: FilePath, files: [ElementFile], faults: [InputError]) {
    var faults = faults
    self.name = name
    self.path = path
    self.files = files
    let indices = Dictionary(
      zip(files.lazy.map(\.relativePath), files.indices), uniquingKeysWith: { first, _ in first })
    self.indices = indices
    dependencies = Self.references(in: indices["element-deps"].map { files[$0] }, &faults)
    provides = Self.references(in: indices["element-provides"].map { files[$0] }, &faults)
    self.faults = faults
  }

  /// The file at a path inside the element.
  public func file(_ relativePath: FilePath) -> ElementFile? {
    indices[relativePath].map { files[$0] }
  }

  /// The entries of a directory of the element, in byte order; empty when there is none.
  public func entries(in directory: FilePath) -> [ElementFile] {
    let components = directory.components.map(\.string)
    return files.filter { $0.components.dropLast().elementsEqual(components) }
  }

  private static func references(
    in file: ElementFile?, _ faults: inout [InputError]
  ) -> [ElementReference] {
    guard let file, !file.isDangling else { return [] }
    do {
      return LineList(parsing: try file.contents(), path: file.path).rows
        .map { ElementReference(ElementName($0.text), at: $0.location) }
    } catch {
      if !faults.contains(error) { faults.append(error) }
      return []
    }
  }
}
