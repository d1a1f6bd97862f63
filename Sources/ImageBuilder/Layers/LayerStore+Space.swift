import Sandbox
import SystemPackage

extension LayerStore {
  /// Bytes; with less than that even a small hook fails, and not for a reason of its own.
  package static let neededSpace = 16 << 20

  /// Throws where layers cannot be written: the file system is full, or read-only.
  package func requireSpace() throws(StoreProblem) {
    guard let space = FileSystemSpace(of: root) else { return }
    if space.isReadOnly { throw .unusable(root, .readOnlyFileSystem) }
    if space.available < Self.neededSpace { throw .full(root) }
  }
}
