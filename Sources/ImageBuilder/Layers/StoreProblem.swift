import SystemPackage

/// The layer store cannot be used now, or not here.
package enum StoreProblem: Error, Sendable, Equatable {
  /// A directory of the store can neither be found nor made.
  case unusable(FilePath, Errno)
  /// There is no room for another layer.
  case full(FilePath)
  /// Layers cannot be removed while a build uses them.
  case inUse(FilePath)
}

extension StoreProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unusable(let path, let reason):
      "cannot keep layers in `\(path)`: \(reason)\n  hint: set TIE_CHECK_CACHE to a directory"
    case .full(let path):
      "there is no space left in `\(path)`\n  hint: `tie-check cache gc --days 0`, or set "
        + "TIE_CHECK_CACHE to a directory on another disk"
    case .inUse(let path):
      "a build uses the layers in `\(path)`\n  hint: try again when it has ended"
    }
  }
}
