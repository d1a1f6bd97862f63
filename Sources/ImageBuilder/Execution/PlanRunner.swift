import Diagnostics
import ElementModel
import SystemPackage

/// Runs a plan: order, scopes, layers, timing and progress. The work itself is a backend's.
package struct PlanRunner: Sendable {
  let backend: any BuildBackend
  let store: LayerStore
  let environment: BuildEnvironment
  let subject: String
  let progress: ProgressSink

  /// A runner that reports under `subject`.
  package init(
    backend: any BuildBackend, store: LayerStore, environment: BuildEnvironment, subject: String,
    progress: ProgressSink
  ) {
    self.backend = backend
    self.store = store
    self.environment = environment
    self.subject = subject
    self.progress = progress
  }

  /// Runs all of `plan` and gives what its symbols stand for at the end, the layers of the finished
  /// rootfs above all.
  ///
  /// - Throws: `BuildError` when a step fails; whatever was acquired is released by then.
  package func run(_ plan: BuildPlan) async throws -> Bindings {
    try await run(plan.nodes, Bindings())
  }

  func run(_ nodes: [PlanNode], _ bindings: Bindings) async throws -> Bindings {
    var bindings = bindings
    for node in nodes {
      try Task.checkCancellation()
      switch node {
      case .step(let step): bindings = try await perform(step, bindings)
      case .scope(.layer(let inputs), let body):
        bindings = try await layer(inputs, body, bindings)
      case .scope(.machine, let body): try await backend.runInMachine(body, bindings)
      case .scope(let resource, let body): bindings = try await hold(resource, body, bindings)
      }
    }
    return bindings
  }

  private func hold(_ resource: Resource, _ body: [PlanNode], _ bindings: Bindings) async throws
    -> Bindings
  {
    try await hold(resource, bindings) { try await run(body, $0) }
  }

  /// Runs `body` with the resource held. A failed release never hides an earlier failure.
  func hold(
    _ resource: Resource, _ bindings: Bindings,
    _ body: (Bindings) async throws -> Bindings
  ) async throws -> Bindings {
    let acquired = try await backend.acquire(resource, bindings)
    let result: Bindings
    do {
      result = try await body(acquired)
    } catch {
      await releaseAfterFailure(resource, acquired)
      throw error
    }
    try await backend.release(resource, result)
    return result
  }

  private func releaseAfterFailure(_ resource: Resource, _ bindings: Bindings) async {
    do { try await backend.release(resource, bindings) } catch {
      progress.send(
        subject, .releaseFailed(resource: resource.description, reason: "\(error)"))
    }
  }

  private func perform(_ step: Step, _ bindings: Bindings) async throws -> Bindings {
    if case .runPhase(let phase) = step.operation { return try await run(phase, bindings) }
    // Steps of a layer are reported with it.
    guard bindings.openLayer == nil else { return try await effects(of: step, bindings) }
    return try await progress.step(subject, step.title) { try await effects(of: step, bindings) }
  }

  private func effects(of step: Step, _ bindings: Bindings) async throws -> Bindings {
    if case .runHook(let hook) = step.operation { return try await run(hook, bindings) }
    return bindings.adding(try await backend.perform(step.operation, bindings))
  }
}
