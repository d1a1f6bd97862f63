package import SystemPackage

/// How a payload ended, and what it left behind.
package struct SandboxResult: Sendable, Hashable {
  package var termination: Termination
  package var duration: Duration
  /// What was mounted when the payload started, and when it had ended.
  package var mountTables: MountTables
  /// Paths inside the sandbox that were opened on the watched mounts, sorted. Nothing, not an empty
  /// list, where that could not be observed in full.
  package var openedFiles: [FilePath]?

  /// The sandbox's mounts just before it ended; empty when it had to be killed.
  package var mounts: [MountEntry] { mountTables.entries }
  /// Those of `mounts` that the payload made.
  package var addedMounts: [MountEntry] { mountTables.addedEntries }

  /// The ways a payload can end.
  package enum Termination: Sendable, Hashable {
    case exited(Int32)
    case signalled(Int32)
    case timedOut
    /// The task was cancelled.
    case cancelled
  }
}

extension SandboxResult.Termination {
  /// From a status of `wait`.
  init(waitStatus status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
  }

  /// Whether the payload ended before anybody stopped it.
  var isByItself: Bool {
    switch self {
    case .exited, .signalled: true
    case .timedOut, .cancelled: false
    }
  }

  /// Whether the payload says that all is well.
  package var isSuccess: Bool { self == .exited(0) }
}

extension SandboxResult.Termination: CustomStringConvertible {
  /// A verb phrase: "exited with status 1".
  package var description: String {
    switch self {
    case .exited(let status): "exited with status \(status)"
    case .signalled(let signal): "was killed by signal \(signal)"
    case .timedOut: "took too long"
    case .cancelled: "was cancelled"
    }
  }
}
