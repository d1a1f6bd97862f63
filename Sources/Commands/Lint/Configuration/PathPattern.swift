import Glibc
import SystemPackage

/// A shell pattern for files and directories; a directory stands for all that is below it.
///
/// Without a slash it is compared with names. With one it is a path as seen from the directory of the
/// file that has it, in which `*` goes across slashes, as in flake8's lists.
struct PathPattern: Sendable, Equatable {
  let text: String
  private let directory: FilePath
  private let path: FilePath?

  /// The pattern as it is written in a file of `directory`.
  init(_ text: String, relativeTo directory: FilePath) {
    self.text = text
    self.directory = directory
    path = text.contains("/") ? directory.pushing(FilePath(text)).lexicallyNormalized() : nil
  }

  /// Whether it means the file at an absolute path, or a directory that the file is in.
  func matches(_ file: FilePath) -> Bool {
    var place = file
    while place != directory, let name = place.lastComponent {
      if path.map({ $0.matchesAsPattern(place) }) ?? FilePath(text).matchesAsPattern(FilePath(name))
      {
        return true
      }
      place = place.removingLastComponent()
    }
    return false
  }
}

extension FilePath {
  fileprivate func matchesAsPattern(_ text: FilePath) -> Bool {
    withPlatformString { pattern in text.withPlatformString { fnmatch(pattern, $0, 0) == 0 } }
  }
}

extension FilePath {
  fileprivate init(_ component: Component) { self.init(root: nil, [component]) }
}
