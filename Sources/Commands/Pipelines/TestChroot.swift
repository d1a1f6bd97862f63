import ElementTest
import ImageBuilder
import Sandbox
import Synchronization
import SystemPackage

/// Runs the commands of test cases in the finished rootfs. Each has a copy-on-write view of its own,
/// so that none sees what another did.
struct TestChroot: Sendable {
  let rootfs: Rootfs
  let scratch: FilePath
  let launcher: SandboxLauncher

  /// How the command ended and what it printed.
  @Sendable func run(_ command: ProbeCommand) async throws(ProbeError) -> CommandOutcome {
    do {
      return try await outcome(of: command)
    } catch let error as ProbeError {
      throw error
    } catch {
      throw .notRun(command, reason: "\(error)")
    }
  }

  private func outcome(of command: ProbeCommand) async throws -> CommandOutcome {
    let view = scratch.appending("command-\(UInt32.random(in: 0...UInt32.max))")
    var spec = SandboxSpec(root: .overlay(try rootfs.overlay(scratch: view)))
    spec.mounts = Mount.kernelFileSystems()
    if let share = command.share {
      spec.mounts.append(
        .bind(
          source: share.source, target: share.target, readOnly: true, mountPoint: .created))
    }
    spec.arguments = command.arguments
    spec.environment = Self.environment
    spec.timeout = command.timeout
    spec.streams = .separate
    let (output, errors) = (OutputText(), OutputText())
    let result = try await launcher.run(spec) {
      ($0.stream == .output ? output : errors).add($0.text)
    }
    try FileTree.remove(view)
    guard let status = result.termination.shellStatus else { throw ProbeError.timedOut(command) }
    return CommandOutcome(status: status, output: output.text, errorOutput: errors.text)
  }

  /// What a root shell on the booted image would have.
  private static let environment = [
    "HOME": "/root", "LC_ALL": "C.UTF-8", "LOGNAME": "root", "USER": "root",
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "TERM": "dumb",
  ]
}

/// The lines of one output stream, put together again.
private final class OutputText: Sendable {
  private let lines = Mutex("")

  func add(_ line: String) {
    lines.withLock {
      $0 += line
      $0 += "\n"
    }
  }

  var text: String { lines.withLock { $0 } }
}

extension SandboxResult.Termination {
  /// The status as a shell reports it; nil when the command did not end by itself.
  fileprivate var shellStatus: Int? {
    switch self {
    case .exited(let status): Int(status)
    case .signalled(let signal): 128 + Int(signal)
    case .timedOut, .cancelled: nil
    }
  }
}
