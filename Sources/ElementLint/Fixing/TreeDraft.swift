import Diagnostics
import Documents
import ElementModel
import SystemPackage

/// Elements whose files are about to be changed; nothing is written.
struct TreeDraft {
  private let elements: [Element]
  private let owners: [FilePath: Int]
  /// By the paths of the elements as they were.
  private var files: [FilePath: ElementFile]
  private var changed: Set<Int> = []

  init(_ tree: ElementTree) {
    elements = tree.sorted + tree.shadowed
    let all = elements.enumerated().flatMap { index, element in
      element.files.map { (file: $0, owner: index) }
    }
    owners = Dictionary(
      all.map { ($0.file.path, $0.owner) }, uniquingKeysWith: { first, _ in first })
    files = Dictionary(all.map { ($0.file.path, $0.file) }, uniquingKeysWith: { first, _ in first })
  }

  /// The elements that are no longer what they were.
  var changedElements: [Element] {
    changed.map { index in
      elements[index].with(files: elements[index].files.map { files[$0.path] ?? $0 })
    }
  }

  /// The file that was at a path.
  subscript(path: FilePath) -> ElementFile? { files[path] }

  /// The file of the same element that a link there leads to, or the file itself when it is none.
  func regularFile(at path: FilePath) -> ElementFile? {
    guard let file = files[path] else { return nil }
    guard case .symlink(let target) = file.kind else { return file.kind == .regular ? file : nil }
    let place = path.removingLastComponent().pushing(target).lexicallyNormalized()
    guard owners[place] == owners[path], files[place]?.kind == .regular else { return nil }
    return files[place]
  }

  /// Replaces the file that was at the same path.
  mutating func replace(_ file: ElementFile) {
    guard let owner = owners[file.path] else { return }
    files[file.path] = file
    changed.insert(owner)
  }

  /// Gives what was at a path another name, and all that is below it; nothing happens when that
  /// cannot be a name or is taken.
  mutating func rename(_ path: FilePath, to name: String) -> Rename? {
    guard let owner = owners[path], let file = files[path], FilePath.Component(name) != nil,
      !name.contains("/"), FilePath(name).lexicallyNormalized() == FilePath(name), name != ".."
    else { return nil }
    let element = elements[owner]
    let place = file.relativePath.removingLastComponent().appending(name)
    let current = element.files.compactMap { files[$0.path] }
    guard !current.contains(where: { $0.relativePath == place }) else { return nil }
    for below in element.files {
      guard let state = files[below.path] else { continue }
      var rest = state.relativePath
      guard rest.removePrefix(file.relativePath) else { continue }
      files[below.path] = state.moved(to: place.pushing(rest), in: element)
    }
    changed.insert(owner)
    return Rename(from: file.path, to: element.path.pushing(place), element: element.path)
  }
}
