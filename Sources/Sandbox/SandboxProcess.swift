import CSandbox
import Glibc
internal import SystemPackage

/// Process 1 of a sandbox, from clone to wait. Used by one thread at a time.
///
/// A class because it stands for a process: whatever happens, that one is ended and waited for.
final class SandboxProcess {
  let identifier: Int32
  /// Readable when the process, and with it everything in the sandbox, has ended.
  let lifetime: OwnedDescriptor
  /// The control socket; closing it ends the sandbox.
  let control: OwnedDescriptor
  private let spec: SandboxSpec
  private let steps: [SetupStep]
  private var isWaitedFor = false

  /// What process 1 tells.
  enum Event {
    case failed(SandboxError)
    /// Everything is mounted; the payload starts when it is told to.
    case ready(watch: OwnedDescriptor?)
    case exited(status: Int32)
    /// The other end of the control socket is closed.
    case ended
  }

  /// Starts process 1, which sets up the sandbox while this returns.
  init(_ spec: SandboxSpec, streams: StreamEnds) throws(SandboxError) {
    self.spec = spec
    steps = spec.setupSteps
    let native = NativeSpec(spec, steps: steps, streams: streams)
    var child = tie_child()
    // The optimizer ends lifetimes at the last use, which for descriptors is before the clone.
    let failure = withExtendedLifetime((native, streams)) {
      withUnsafePointer(to: native.value) { tie_spawn($0, &child) }
    }
    guard failure == 0, let lifetime = OwnedDescriptor(child.pidfd),
      let control = OwnedDescriptor(child.control)
    else { throw SandboxError(.start, errno: failure) }
    identifier = child.pid
    self.lifetime = lifetime
    self.control = control
    guard let mapping = spec.userMapping else { return }
    try mapping.apply(toProcess: identifier)
    send(TIE_MAPPED)
  }

  deinit {
    guard !isWaitedFor else { return }
    kill()
    wait()
  }

  /// Sends an order; that it is too late for orders shows elsewhere.
  func send(_ order: UInt8) { _ = tie_send(control.number, order) }

  /// Ends everything in the sandbox at once.
  func kill() { _ = tie_kill(lifetime.number, SIGKILL) }

  /// Waits for the end of process 1, which is the end of the sandbox.
  func wait() {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0 && errno == EINTR { continue }
    isWaitedFor = true
  }

  /// The next thing process 1 has to tell; waits for it.
  func nextEvent() -> Event {
    var message = tie_message()
    var descriptor: Int32 = -1
    guard tie_receive(control.number, &message, &descriptor) > 0 else { return .ended }
    switch message.event {
    case TIE_READY: return .ready(watch: OwnedDescriptor(descriptor))
    case TIE_EXITED: return .exited(status: message.value)
    default: return .failed(error(from: message))
    }
  }

  private func error(from message: tie_message) -> SandboxError {
    switch message.index {
    case TIE_INDEX_MAP: SandboxError(.mapUsers, errno: message.value)
    case TIE_INDEX_DIRECTORY:
      SandboxError(.enterDirectory(spec.workingDirectory), errno: message.value)
    case TIE_INDEX_EXECUTE: SandboxError(.execute(spec.arguments[0]), errno: message.value)
    case 0..<Int32(steps.count): steps[Int(message.index)].error(errno: message.value)
    default: SandboxError(.supervise, errno: message.value)
    }
  }
}

extension SetupStep {
  /// The failure of this step, with the directory that is missing where there is one.
  fileprivate func error(errno: Int32) -> SandboxError {
    let sources: [FilePath] =
      switch self {
      case .bind(let source, _, _, _): [source]
      case .overlay(let overlay, _, _): overlay.directories
      case .fileSystem(let mount, _): [mount.device]
      default: []
      }
    let missing = errno == ENOENT ? sources.first { access($0.string, F_OK) != 0 } : nil
    return SandboxError(.setUp(self), reason: Errno(rawValue: errno), culprit: missing)
  }
}
