import CSandbox
package import SystemPackage

/// Runs processes in namespaces of their own.
///
/// Nothing outlives a sandbox: all processes and mounts in it end with process 1, and process 1
/// ends with this program.
package struct SandboxLauncher: Sendable {
  /// A launcher; it holds nothing.
  package init() {}

  /// Runs the payload of `spec` to its end.
  ///
  /// `output` is called on one thread, in order, as lines arrive; a slow one slows the payload down.
  /// When the task is cancelled, the payload is ended as by a timeout.
  package func run(
    _ spec: SandboxSpec, output: @escaping @Sendable (OutputLine) -> Void = { _ in }
  ) async throws(SandboxError) -> SandboxResult {
    let cancellation = try CancellationSignal()
    let result = await withTaskCancellationHandler {
      await DedicatedThread.run {
        Result { () throws(SandboxError) in
          var supervisor = try Supervisor(spec, cancellation: cancellation, receive: output)
          return try supervisor.run()
        }
      }
    } onCancel: {
      cancellation.raise()
    }
    return try result.get()
  }

  /// Keeps a sandbox without a payload while `body` runs, for looking at its root from outside.
  package nonisolated(nonsending) func withHeld<Value>(
    _ spec: SandboxSpec, _ body: nonisolated(nonsending) (HeldSandbox) async throws -> Value
  ) async throws -> Value {
    var spec = spec
    spec.arguments = []
    let holder = try await SandboxHolder.start(spec)
    do {
      let value = try await body(holder.sandbox)
      try await holder.end()
      return value
    } catch {
      // The first failure is the one to tell.
      try? await holder.end()
      throw error
    }
  }
}

/// A sandbox as seen from outside.
package struct HeldSandbox: Sendable {
  package let processIdentifier: Int32

  /// The sandbox's `/`, mounts included. Absolute symbolic links in it lead to the host's tree.
  package var root: FilePath { FilePath("/proc/\(processIdentifier)/root") }
  /// What is mounted in it now.
  package var mounts: [MountEntry] { MountEntry.entries(ofProcess: processIdentifier) }
}
