import Synchronization

/// What a machine writes: messages, and lines of its kernel. A class, because two tasks share it.
final class MachineConsole: Sendable {
  /// Without a sign of life for so long, a machine is given up.
  static let patience = Duration.seconds(90)

  private let kernelLines = OutputTail(limit: 20)
  private let reader = Mutex(MachineJob.Message.Reader())
  private let lastSign = Mutex(ContinuousClock.now)
  private let receive: @Sendable (MachineJob.Message) -> Void

  init(_ receive: @escaping @Sendable (MachineJob.Message) -> Void) { self.receive = receive }

  func add(_ line: String) {
    lastSign.withLock { $0 = .now }
    switch reader.withLock({ $0.read(line) }) {
    case .message(let message): receive(message)
    case .part: return
    case .other: kernelLines.add(line)
    }
  }

  /// Returns when the machine has not written for too long.
  func waitForSilence() async throws {
    while lastSign.withLock({ $0 }) + Self.patience > .now {
      try await Task.sleep(for: .seconds(1))
    }
  }

  /// The failure of the machine, with the last that its kernel said.
  func failure(_ reason: String) -> BuildError {
    let last = kernelLines.lines.suffix(5).map { "\n  \($0)" }.joined()
    return .stepFailed(title: "virtual machine", reason: reason + last)
  }
}
