import Diagnostics
import SystemPackage

/// The files that a git repository knows, as its index lists them.
package struct GitIndex: Sendable {
  /// The work tree.
  package let root: FilePath
  /// Regular files below `root`, each with whether git has it as executable.
  private let modes: [FilePath: Bool]

  /// Whether git has the file at the absolute path as executable; nothing for a file it does not know.
  package func isExecutable(_ path: FilePath) -> Bool? {
    var relative = path
    return relative.removePrefix(root) ? modes[relative] : nil
  }

  /// The index of the work tree that the directory is in; nothing outside of one, or in one whose file
  /// system has no modes.
  package init?(around directory: FilePath) {
    guard let (root, folder) = Self.repository(around: directory),
      let bytes = try? FileReader.contents(of: folder.appending("index")),
      Self.knowsModes(folder), var parser = GitIndexParser(bytes)
    else { return nil }
    self.root = root
    modes = parser.entries()
  }

  /// The innermost directory with a `.git`, and what that is or leads to.
  private static func repository(around directory: FilePath) -> (FilePath, FilePath)? {
    var root = directory
    while true {
      let entry = root.appending(".git")
      if let bytes = try? FileReader.contents(of: entry) {
        return link(in: bytes).map { (root, root.pushing($0)) }
      }
      if (try? DirectoryHandle(entry)) != nil { return (root, entry) }
      guard root.removeLastComponent() else { return nil }
    }
  }

  /// The directory that a `.git` file of a further work tree or a submodule names.
  private static func link(in bytes: [UInt8]) -> FilePath? {
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard text.hasPrefix("gitdir: ") else { return nil }
    return FilePath(String(text.dropFirst("gitdir: ".count).prefix { !$0.isNewline }))
  }

  /// Whether the repository minds the executable bit; its settings may be those of its main work tree.
  private static func knowsModes(_ folder: FilePath) -> Bool {
    let places = [folder, folder.removingLastComponent().removingLastComponent()]
    return places.compactMap { try? FileReader.contents(of: $0.appending("config")) }
      .allSatisfy { bytes in
        String(decoding: bytes.prefix(1 << 16), as: UTF8.self).split(whereSeparator: \.isNewline)
          .allSatisfy { $0.filter { $0 != " " && $0 != "\t" }.lowercased() != "filemode=false" }
      }
  }
}
