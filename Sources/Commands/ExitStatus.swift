import Archives
import ArgumentParser
import Diagnostics
import ImageBuilder
import Reporting
import Sandbox
import SystemPackage

/// How the program ends (cli.md). Thrown by commands that have printed all there is to say.
package enum ExitStatus: Int32, Error, Sendable {
  case success = 0
  /// Findings, failed builds or failed assertions.
  case failure = 1
  /// Arguments, configuration or elements that cannot be used.
  case unusableInput = 2
  /// The host cannot do it: a tool, a right, a disk.
  case incapableHost = 3
  case interrupted = 130

  /// The status that `error` ends the program with.
  init(_ error: any Error) {
    self = FullDisk(behind: error) == nil ? Self.status(of: error) : .incapableHost
  }

  private static func status(of error: any Error) -> ExitStatus {
    switch error {
    case let status as ExitStatus: status
    case is CancellationError: .interrupted
    case is MissingCapability, is SandboxError, is OutputError, is StoreProblem, is Errno,
      is MissingTools, is MissingIsolation, is MissingSpace, is ArchiveError, is UnwritableFile:
      .incapableHost
    case is InputError: .unusableInput
    case let several as SeveralProblems: several.status
    default: TieCheckCommand.exitCode(for: error).isSuccess ? .success : .unusableInput
    }
  }
}
