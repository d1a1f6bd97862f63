import Glibc
import SystemPackage

/// What the program was started with. Only commands read it, and pass values on.
package struct ProcessEnvironment: Sendable {
  package var variables: [String: String]
  package var workingDirectory: FilePath
  /// The program's own file, links resolved.
  package var executable: FilePath

  /// An environment with the given parts, for tests.
  package init(
    variables: [String: String], workingDirectory: FilePath, executable: FilePath
  ) {
    self.variables = variables
    self.workingDirectory = workingDirectory
    self.executable = executable
  }

  /// The environment of this process.
  package static func current() -> ProcessEnvironment {
    ProcessEnvironment(
      variables: currentVariables(),
      workingDirectory: resolved("/proc/self/cwd") ?? "/",
      executable: resolved("/proc/self/exe") ?? "tie-check")
  }

  /// The value of a variable, nil when it is unset or empty.
  package subscript(name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// `path` as an absolute path, seen from the working directory.
  package func absolute(_ path: FilePath) -> FilePath {
    workingDirectory.pushing(path).lexicallyNormalized()
  }

  /// `path` as the user would write it: relative to the working directory when it is below it.
  package func display(_ path: FilePath) -> String {
    var relative = path
    guard path != workingDirectory, relative.removePrefix(workingDirectory) else {
      return path.string
    }
    return relative.string
  }

  private static func currentVariables() -> [String: String] {
    var variables: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let parts = String(cString: text).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
      entry += 1
    }
    return variables
  }

  private static func resolved(_ path: FilePath) -> FilePath? {
    guard let text = path.withPlatformString({ realpath($0, nil) }) else { return nil }
    defer { free(text) }
    return FilePath(String(cString: text))
  }
}
