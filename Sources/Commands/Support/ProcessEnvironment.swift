import Diagnostics
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
  ///
  /// - Throws: `InputError` when the working directory is gone.
  package static func current() throws(InputError) -> ProcessEnvironment {
    guard let workingDirectory = resolved("/proc/self/cwd") else {
      throw InputError(
        "the working directory is no longer there", hint: "change to a directory that is")
    }
    return ProcessEnvironment(
      variables: currentVariables(), workingDirectory: workingDirectory,
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

  /// The absolute path that an argument means; `name` is what messages call the argument.
  package func path(_ argument: String, _ name: String) throws(InputError) -> FilePath {
    guard !argument.isEmpty else {
      throw InputError("\(name) is empty", hint: "give a path, or leave it out")
    }
    return absolute(FilePath(argument))
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
