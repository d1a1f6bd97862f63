import Diagnostics
import ElementModel
import Sandbox
import SystemPackage

/// Makes a rootfs out of elements: plans, takes what it can from the layer store, runs the rest.
package struct RootfsBuilder: Sendable {
  private let request: BuildRequest
  private let store: LayerStore
  private let launcher: SandboxLauncher
  private let progress: ProgressSink

  /// A builder for `request` that keeps its layers in `store`.
  package init(
    _ request: BuildRequest, store: LayerStore, launcher: SandboxLauncher, progress: ProgressSink
  ) {
    self.request = request
    self.store = store
    self.launcher = launcher
    self.progress = progress
  }

  /// Calls `body` with the finished rootfs of `elements`; its layers are safe from collectors until
  /// `body` is done.
  ///
  /// - Throws: `BuildError` for a failed step, `InputError` for elements that cannot be merged, and
  ///   what `body` throws.
  package func withRootfs<Value>(
    of elements: ResolvedElements, _ body: (Rootfs) async throws -> Value
  ) async throws -> Value {
    let use = try await store.lockForUse()
    defer { use.release() }
    return try await body(try await build(elements))
  }

  private func build(_ elements: ResolvedElements) async throws -> Rootfs {
    let plan = try RootfsPlanner(request).plan(elements)
    let environment = BuildEnvironment(request, elements: plan.elements)
    let runner = PlanRunner(
      backend: backend(environment), store: store, environment: environment,
      subject: request.subject, progress: progress)
    let finished = try await runner.run(plan)
    store.flush(finished.layers.map(\.id))
    return Rootfs(
      layers: finished.layers.map { RootfsLayer($0, store.directory(of: $0.id)) },
      variables: environment.variables(for: .finalise), hookTree: finished.hookTree)
  }

  private func backend(_ environment: BuildEnvironment) -> RootBackend {
    RootBackend(
      request: request, environment: environment, store: store, launcher: launcher,
      progress: progress)
  }
}
