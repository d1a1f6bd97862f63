import SystemPackage

/// The layer store cannot be used now, or not here.
package enum StoreProblem: Error, Sendable, Equatable {
  /// A directory of the store can neither be found nor made.
  case unusable(FilePath, Errno)
  /// Layers cannot be removed while a build uses them.
  case inUse(FilePath)
}

extension StoreProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unusable(let path, let reason):
      "cannot keep layers in `\(path)`: \(reason)\n  hint: set TIE_CHECK_CACHE to a directory"
    case .inUse(let path):
      "a build uses the layers in `\(path)`\n  hint: try again when it has ended"
    }
  }
}
