import Archives
import ArgumentParser
import Diagnostics
import Glibc
import ImageBuilder
import Reporting
import Sandbox
import SystemPackage

/// The program as a whole: parses its arguments, runs one command, decides the exit status.
package enum Program {
  /// Runs the command that `arguments` name and ends the process.
  ///
  /// Not asynchronous: the main thread of such a program sleeps with all signals let in, so that none
  /// could be caught.
  package static func main(_ arguments: [String] = CommandLine.arguments) -> Never {
    StandardStreams.open()
    let interruption = Interruption.caught()
    let work = Task.detached { exit(await run(arguments)) }
    interruption.wait()
    work.cancel()
    interruption.waitForAnother()
    _exit(ExitStatus.interrupted.rawValue)
  }

  private static func run(_ arguments: [String]) async -> Int32 {
    do {
      var command = try TieCheckCommand.parseAsRoot(commandLine(arguments))
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return ExitStatus.success.rawValue
    } catch let status as ExitCode {
      return status.rawValue
    } catch {
      let status = report(error)
      // Users of disk-image-create know one status for all that keeps it from starting.
      let isKnown = status != .unusableInput && status != .incapableHost
      return builder(arguments) == nil || isKnown ? status.rawValue : 1
    }
  }

  /// `disk-image-create` and `ramdisk-image-create` are the subcommand `build`.
  private static func commandLine(_ arguments: [String]) throws(InputError) -> [String] {
    let words = Array(arguments.dropFirst())
    switch builder(arguments) {
    case .image, .ramdisk: return try ["build"] + LegacyArguments(words).normalized
    case .files: return [ImageFilesCommand.name] + words
    case nil: return words
    }
  }

  private static func builder(_ arguments: [String]) -> BuilderName? {
    arguments.first.flatMap { BuilderName(program: $0) }
  }

  /// Tells what went wrong, unless that has been told, and gives the status to end with.
  @discardableResult
  static func report(_ error: any Error) -> ExitStatus {
    let status = ExitStatus(error)
    if let disk = FullDisk(behind: error) {
      tell(.standardError, "tie-check: \(disk)")
      return status
    }
    switch error {
    case is ExitStatus: break
    case is CancellationError: tell(.standardError, "tie-check: interrupted")
    case is InputError, is MissingCapability, is OutputError, is SandboxError, is StoreProblem,
      is Errno, is MissingTools, is SeveralProblems, is MissingIsolation,
      is MissingSpace, is ArchiveError, is UnwritableFile:
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
