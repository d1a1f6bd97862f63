import Glibc
public import SystemPackage

/// Patterns of file names, as flake8 has them: those with a `/` are meant from a directory, the
/// others mean the last component of a path or all of it.
public struct PathPatterns: Sendable {
  private let patterns: [String]

  /// The patterns, seen from a directory.
  public init(_ patterns: [String], in directory: FilePath) {
    self.patterns = patterns.map { pattern in
      guard pattern.contains("/") else { return pattern }
      return directory.pushing(FilePath(pattern)).lexicallyNormalized().string
    }
  }

  /// The directories that flake8 leaves out by default.
  public static let flake8Default = PathPatterns(
    [".svn", "CVS", ".bzr", ".hg", ".git", "__pycache__", ".tox", ".nox", ".eggs", "*.egg"],
    in: "/")

  /// Both sets of patterns.
  public static func + (left: PathPatterns, right: PathPatterns) -> PathPatterns {
    PathPatterns(left.patterns + right.patterns, in: "/")
  }

  /// Whether a pattern means the file or directory at an absolute path.
  public func match(_ path: FilePath) -> Bool { longestMatch(with: path) != nil }

  /// The length of the longest pattern that means the path.
  func longestMatch(with path: FilePath) -> Int? {
    let name = path.lastComponent?.string ?? ""
    return
      patterns
      .filter { $0.globMatches(name) || $0.globMatches(path.string) }
      .map(\.utf8.count).max()
  }
}

extension String {
  /// Whether a text is what the pattern means; `*` goes across slashes.
  fileprivate func globMatches(_ text: String) -> Bool { fnmatch(self, text, FNM_NOESCAPE) == 0 }
}
