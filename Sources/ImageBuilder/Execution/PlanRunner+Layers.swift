import Diagnostics
import ElementModel
import Sandbox

extension PlanRunner {
  /// Takes the layer from the store, or runs `body` to make it.
  func layer(_ inputs: LayerInputs, _ body: [PlanNode], _ bindings: Bindings) async throws
    -> Bindings
  {
    let reason: String
    switch find(inputs, bindings) {
    case .found(let layer): return reuse(layer, bindings)
    case .missing(let why): reason = why
    }
    // Of two builds that need the same layer one makes it and the other waits for it.
    let lock = try await store.lock(inputs, on: bindings.parent)
    defer { lock.release() }
    if case .found(let layer) = find(inputs, bindings) { return reuse(layer, bindings) }
    progress.send(subject, .note("\(inputs.title): \(reason)"))
    return try await make(inputs, body, bindings)
  }

  private func find(_ inputs: LayerInputs, _ bindings: Bindings) -> LayerStore.Lookup {
    store.find(inputs, on: bindings.parent, view(bindings, inputs))
  }

  private func reuse(_ layer: StoredLayer, _ bindings: Bindings) -> Bindings {
    progress.send(
      subject, .stepFinished(title: layer.title, outcome: .reused, duration: .zero))
    return bindings.adding(layer, in: store, isNew: false)
  }

  func make(_ inputs: LayerInputs, _ body: [PlanNode], _ bindings: Bindings) async throws
    -> Bindings
  {
    var made = try await progress.step(subject, inputs.title) {
      try await hold(.layer(inputs), bindings) { opened in
        let finished = try await roomy {
          try await stoppingAfterErrors(in: opened) { try await run(body, opened) }
        }
        // A body that was cancelled while it ended may have been cleaned up after only in part.
        try Task.checkCancellation()
        return try commit(finished, bindings)
      }
    }
    made.openLayer = nil
    return made
  }

  /// What `body` gives. With a full disk everything fails; that is then the reason to tell.
  private func roomy(_ body: () async throws -> Bindings) async throws -> Bindings {
    do { return try await body() } catch {
      try store.requireSpace()
      throw error
    }
  }

  private func commit(_ finished: Bindings, _ before: Bindings) throws -> Bindings {
    guard let open = finished.openLayer else { return finished }
    let tracker = InputTracker(
      tree: before.hookTree, variables: variables(for: open.inputs, before), inputs: open.inputs,
      elements: environment.elementPaths)
    let read = tracker.inputs(opened: finished.openedFiles)
    let layer = try store.commit(
      open, files: read.files, variables: read.variables, mounts: finished.mounts)
    return finished.adding(layer, in: store, isNew: true)
  }

  private func view(_ bindings: Bindings, _ inputs: LayerInputs) -> InputView {
    InputView(hookTree: bindings.hookTree, variables: variables(for: inputs, bindings))
  }

  /// The variables that can decide what the layer holds; none for the builder's own edits.
  private func variables(for inputs: LayerInputs, _ bindings: Bindings) -> [String: String] {
    inputs.phase.map { environment.variables(for: $0, at: bindings) } ?? [:]
  }
}
