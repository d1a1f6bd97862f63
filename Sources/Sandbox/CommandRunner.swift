internal import Subprocess
internal import SystemPackage

/// Runs plain tools on the host. Their failure is a result; hooks go through `SandboxLauncher`.
package struct CommandRunner: Sendable {
  /// A tool that writes more than this is stopped.
  /// Reserved twice for each command that runs: far more than a tool prints, and little enough for
  /// many at once, since the kernel refuses to start processes of a program that claims more than all memory.
  private static let outputLimit = 16 << 20

  /// A runner; it holds nothing.
  package init() {}

  /// Runs `command` to its end and collects what it writes.
  package func run(_ command: Command) async throws(CommandError) -> CommandResult {
    do {
      let result = try await Subprocess.run(
        Self.executable(command.executable), arguments: Arguments(command.arguments),
        environment: Self.environment(command.environment),
        workingDirectory: command.workingDirectory, output: .bytes(limit: Self.outputLimit),
        error: .bytes(limit: Self.outputLimit))
      return CommandResult(
        Self.termination(result.terminationStatus), outputBytes: result.standardOutput,
        errorBytes: result.standardError)
    } catch {
      throw Self.error(error, from: command)
    }
  }

  /// Runs `command` and throws unless it exits with status 0.
  @discardableResult
  package func run(checked command: Command) async throws(CommandError) -> CommandResult {
    let result = try await run(command)
    guard result.isSuccess else { throw .failed(command, result) }
    return result
  }

  private static func executable(_ name: String) -> Executable {
    name.contains("/") ? .path(FilePath(name)) : .name(name)
  }

  private static func environment(_ changes: [String: String]) -> Environment {
    let pairs = changes.map { (Environment.Key(stringLiteral: $0.key), Optional($0.value)) }
    return .inherit.updating(Dictionary(uniqueKeysWithValues: pairs))
  }

  private static func termination(_ status: TerminationStatus) -> SandboxResult.Termination {
    switch status {
    case .exited(let code): .exited(code)
    case .signaled(let code): .signalled(code)
    }
  }

  private static func error(_ error: any Error, from command: Command) -> CommandError {
    if let error = error as? SubprocessError, error.code == .executableNotFound {
      return .notFound(command)
    }
    return .notStarted(command, reason: "\(error)")
  }
}
