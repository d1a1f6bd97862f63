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
  private let indices: [FilePath: Int]

  /// Reads the element at an absolute path.
  init(reading path: FilePath, named name: ElementName) throws(InputError) {
    self.name = name
    self.path = path
    files = try DirectoryWalk.files(below: path)
    indices = Dictionary(
      uniqueKeysWithValues: zip(files.lazy.map(\.relativePath), files.indices))
    dependencies = try Self.references("element-deps", files, indices)
    provides = try Self.references("element-provides", files, indices)
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
    _ fileName: FilePath, _ files: [ElementFile], _ indices: [FilePath: Int]
  ) throws(InputError) -> [ElementReference] {
    guard let index = indices[fileName], !files[index].isDangling else { return [] }
    let file = files[index]
    return LineList(parsing: try file.contents(), path: file.path).rows
      .map { ElementReference(ElementName($0.text), at: $0.location) }
  }
}
