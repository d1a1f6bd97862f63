import ArgumentParser
import Diagnostics
import ImageBuilder
import Glibc
import Reporting
import Sandbox

/// The program as a whole: parses its arguments, runs one command, decides the exit status.
package enum Program {
  /// Runs the command that `arguments` name and ends the process.
  package static func main(_ arguments: [String] = CommandLine.arguments) async -> Never {
    let interruption = Interruption.caught()
    let status = await interruption.cancelling { await run(arguments) }
    exit(status.rawValue)
  }

  private static func run(_ arguments: [String]) async -> ExitStatus {
    do {
      var command = try TieCheckCommand.parseAsRoot(Array(arguments.dropFirst()))
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return .success
    } catch {
      return report(error)
    }
  }

  private static func report(_ error: any Error) -> ExitStatus {
    let status = ExitStatus(error)
    switch error {
    case is ExitStatus, is CancellationError: break
    case is InputError, is MissingCapability, is OutputError, is SandboxError, is StoreProblem:
      tell(.standardError, "tie-check: \(error)")
    default:
      // Help and version are "errors" to the argument parser, which belong on standard output.
      let output: OutputDescriptor = status == .success ? .standardOutput : .standardError
      tell(output, TieCheckCommand.fullMessage(for: error))
    }
    return status
  }

  /// A message that cannot be written has nowhere else to go.
  private static func tell(_ output: OutputDescriptor, _ text: String) {
    guard !text.isEmpty else { return }
    try? output.write(text + "\n")
  }
}
