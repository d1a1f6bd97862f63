import ElementLint
import Sandbox
import SystemPackage

/// The Python files that arguments name, or that are in directories that they name.
struct PythonFiles {
  /// The paths as flake8 writes them, sorted.
  private(set) var paths: [String] = []
  private let environment: ProcessEnvironment
  private let excluded: PathPatterns

  /// Files that are named are taken whatever they are called.
  init(_ arguments: [String], in environment: ProcessEnvironment, excluding: PathPatterns) {
    self.environment = environment
    excluded = excluding
    for argument in arguments where !isExcluded(argument) { add(argument) }
    paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func add(_ argument: String) {
    guard status(of: argument, following: true) == .directory else {
      paths.append(argument)
      return
    }
    var folders = [argument]
    while let folder = folders.popLast() {
      for name in (try? environment.absolute(FilePath(folder)).children()) ?? [] {
        let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
        guard !isExcluded(path) else { continue }
        if status(of: path) == .directory {
          folders.append(path)
        } else if name.hasSuffix(".py"), status(of: path, following: true) == .regular {
          paths.append(path)
        }
      }
    }
  }

  private func isExcluded(_ path: String) -> Bool {
    excluded.match(environment.absolute(FilePath(path)))
  }

  private func status(of path: String, following: Bool = false) -> FileStatus.Kind? {
    FileStatus(environment.absolute(FilePath(path)), following: following)?.kind
  }
}
