package import SystemPackage

/// A plain tool to run on the host. Never a line for a shell.
package struct Command: Sendable, Hashable {
  /// A path, or a name to look up in `PATH`.
  package var executable: String
  package var arguments: [String]
  /// Changes to the caller's environment.
  package var environment: [String: String]
  package var workingDirectory: FilePath?

  /// The call of `executable` with `arguments`.
  package init(
    _ executable: String, _ arguments: [String] = [], environment: [String: String] = [:],
    workingDirectory: FilePath? = nil
  ) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
    self.workingDirectory = workingDirectory
  }
}

extension Command: CustomStringConvertible {
  /// The words with blanks between, for messages.
  package var description: String { ([executable] + arguments).joined(separator: " ") }
}
