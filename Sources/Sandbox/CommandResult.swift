/// How a command ended and what it wrote.
package struct CommandResult: Sendable, Hashable {
  package var termination: SandboxResult.Termination
  package var outputBytes: [UInt8]
  package var errorBytes: [UInt8]

  /// The result of a command that ended as `termination` says.
  package init(
    _ termination: SandboxResult.Termination, outputBytes: [UInt8] = [], errorBytes: [UInt8] = []
  ) {
    self.termination = termination
    self.outputBytes = outputBytes
    self.errorBytes = errorBytes
  }

  package var isSuccess: Bool { termination.isSuccess }
  /// Standard output, repaired to UTF-8.
  package var output: String { String(decoding: outputBytes, as: UTF8.self) }
  /// Standard error, repaired to UTF-8.
  package var error: String { String(decoding: errorBytes, as: UTF8.self) }
}

/// A command could not be run, or its caller cannot do without its success.
package enum CommandError: Error, Hashable, Sendable {
  case notFound(Command)
  case notStarted(Command, reason: String)
  case failed(Command, CommandResult)
}

extension CommandError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notFound(let command): "`\(command.executable)` is not installed"
    case .notStarted(let command, let reason): "`\(command)` could not be run: \(reason)"
    case .failed(let command, let result):
      ["`\(command)` \(result.termination)", result.lastErrorLine].compactMap(\.self)
        .joined(separator: ": ")
    }
  }
}

extension CommandResult {
  fileprivate var lastErrorLine: String? {
    error.split(whereSeparator: \.isNewline).last.map(String.init)
  }
}
