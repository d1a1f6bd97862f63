import ElementModel
import SystemPackage

/// A file that fixes change, and how.
package struct FileChange: Sendable {
  /// As it was found.
  package let before: ElementFile
  /// As it is to be.
  package let after: ElementFile
  /// What it held; nothing when its text stays.
  package let original: [UInt8]?
  /// The directory of its element.
  package let element: FilePath

  /// What it is to hold; nothing when its text stays.
  package var contents: [UInt8]? { original == nil ? nil : after.draft }

  /// What it is to be permitted; nothing when that stays.
  package var mode: UInt16? { before.mode == after.mode ? nil : after.mode }
}

extension FileChange {
  /// The changes from one state of elements to another, by path.
  static func all(from tree: ElementTree, to revised: RevisedTree) -> [FileChange] {
    let elements = revised.tree.sorted + revised.tree.shadowed
    let before = Dictionary(
      (tree.sorted + tree.shadowed).flatMap(\.files).map { ($0.path, $0) },
      uniquingKeysWith: { first, _ in first })
    let changes = elements.flatMap { element in
      element.files.compactMap { file in
        before[file.source].flatMap { change($0, file, in: element, revised) }
      }
    }
    return changes.sorted { $0.before.path.string < $1.before.path.string }
  }

  private static func change(
    _ before: ElementFile, _ after: ElementFile, in element: Element, _ revised: RevisedTree
  ) -> FileChange? {
    let original = revised.originals[after.source].flatMap { $0 == after.draft ? nil : $0 }
    guard original != nil || before.mode != after.mode || before.path != after.path else {
      return nil
    }
    return FileChange(before: before, after: after, original: original, element: element.path)
  }
}
