import Diagnostics
import ElementModel

extension PlanRunner {
  /// Lets the user look around before or after a phase, if that is wanted.
  ///
  /// In the chroot only where the phase has a directory, as in the reference. What the user changes
  /// stays, in a layer of its own, so that nothing after it comes from the store; after one who changed
  /// nothing the build goes on as if there had been no stop.
  func stop(
    _ moment: BreakStop.Moment, _ phase: HookPhase, _ bindings: Bindings
  ) async throws -> Bindings {
    guard let stop = environment.breaks.stop(moment, phase),
      !phase.runsInChroot || bindings.hookTree.hasFiles(in: phase.rawValue)
    else { return bindings }
    let inputs = LayerInputs(
      title: stop.title, operation: ContentDigest(ofText: "\(stop)"),
      structure: ContentDigest(ofText: ""))
    let nodes = [PlanNode.step(Step(stop.title, .stop(stop)))]
    guard bindings.disk == nil else { return try await run(nodes, bindings) }
    let made = try await make(inputs, nodes, bindings)
    let isChanged = made.layers.last.map { $0.changesRootfs || $0.changesHookTree } ?? false
    return isChanged ? made : bindings
  }

  /// Runs `body`; after a hook that failed, the user may look at what it left.
  func stoppingAfterErrors(
    in opened: Bindings, _ body: () async throws -> Bindings
  ) async throws -> Bindings {
    do { return try await body() } catch {
      guard case BuildError.hookFailed(let failure) = error,
        let stop = environment.breaks.stop(.error, failure.phase)
      else { throw error }
      // The hook's failure is the one to tell.
      _ = try? await backend.perform(.stop(stop), opened)
      throw error
    }
  }
}
