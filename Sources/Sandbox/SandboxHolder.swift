import CSandbox
internal import SystemPackage

/// A sandbox without a payload.
///
/// Unchecked, because it is only ever used by the one task that holds it, though on several threads.
final class SandboxHolder: @unchecked Sendable {
  private let process: SandboxProcess

  /// Sets the sandbox up.
  static func start(_ spec: SandboxSpec) async throws(SandboxError) -> SandboxHolder {
    try await DedicatedThread.run {
      Result { () throws(SandboxError) in try SandboxHolder(spec) }
    }.get()
  }

  init(_ spec: SandboxSpec) throws(SandboxError) {
    process = try SandboxProcess(spec, streams: StreamEnds(for: spec))
    switch process.nextEvent() {
    case .ready: process.send(TIE_GO)
    case .failed(let error): throw error
    case .exited, .ended: throw SandboxError(.supervise, reason: .noSuchProcess)
    }
  }

  var sandbox: HeldSandbox { HeldSandbox(processIdentifier: process.identifier) }

  /// Ends the sandbox and waits for it.
  func end() async throws(SandboxError) {
    try await DedicatedThread.run {
      Result { () throws(SandboxError) in try self.release() }
    }.get()
  }

  func release() throws(SandboxError) {
    process.send(TIE_EXIT)
    let event = process.nextEvent()
    process.wait()
    if case .failed(let error) = event { throw error }
  }
}
