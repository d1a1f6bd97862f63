public import ElementModel
public import SystemPackage

/// The files whose findings are wanted.
public struct LintScope: Sendable {
  /// The wanted files, and directories with all that is below them; nil for all there are.
  private let roots: Set<FilePath>?

  /// All files.
  public static let everything = LintScope(roots: nil)

  /// The files and directories at the absolute paths.
  public static func paths(_ paths: some Sequence<FilePath>) -> LintScope {
    LintScope(roots: Set(paths))
  }

  /// The files of the named elements.
  public static func elements(_ names: [ElementName], of tree: ElementTree) -> LintScope {
    .paths(names.compactMap { tree[$0]?.path })
  }

  /// These files, and those at some more absolute paths.
  package func adding(_ paths: some Sequence<FilePath>) -> LintScope {
    LintScope(roots: roots?.union(paths))
  }

  /// Whether findings in the file or directory are wanted.
  public func includes(_ path: FilePath) -> Bool {
    guard let roots else { return true }
    return path.ancestors.contains { roots.contains($0) }
  }

  /// Whether findings in the directory, or somewhere below it, are wanted.
  public func reaches(into directory: FilePath) -> Bool {
    guard let roots else { return true }
    return includes(directory) || roots.contains { $0.starts(with: directory) }
  }
}

extension FilePath {
  /// The path and the directories it is in, innermost first.
  fileprivate var ancestors: some Sequence<FilePath> {
    sequence(first: self) { path in
      let parent = path.removingLastComponent()
      return parent == path ? nil : parent
    }
  }
}
