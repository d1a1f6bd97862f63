import Diagnostics
import ElementModel

extension PlanRunner {
  /// Runs the hooks of a phase, each in a layer of its own.
  ///
  /// They are listed now and not while planning, because earlier hooks may have added some.
  func run(_ phase: PhaseRun, _ bindings: Bindings) async throws -> Bindings {
    var bindings = try await stop(.before, phase.phase, bindings)
    bindings = try await runHooks(of: phase, bindings)
    bindings = try await stop(.after, phase.phase, bindings)
    // Bind mounts of hooks last until here (dib-contract section 7.1, step 16).
    if phase.phase == .postRoot { bindings.mounts = [] }
    return bindings
  }

  private func runHooks(of phase: PhaseRun, _ bindings: Bindings) async throws -> Bindings {
    var bindings = bindings
    var profile = PhaseProfile(phase: phase.phase)
    for name in bindings.hookTree.hooks(in: phase.phase.rawValue) {
      let hook = HookRun(
        phase: phase.phase, name: name, element: phase.hooks.first { $0.name == name }?.element,
        environmentFiles: environmentFiles(of: phase, bindings.hookTree))
      let start = ContinuousClock.now
      bindings = try await run(hook, of: phase, bindings)
      if bindings.lastLayerIsNew || bindings.disk != nil {
        profile.add(name, ContinuousClock.now - start)
      }
    }
    profile.lines.forEach(tell)
    return bindings
  }

  /// A disk has no layers.
  private func run(_ hook: HookRun, of phase: PhaseRun, _ bindings: Bindings) async throws
    -> Bindings
  {
    let nodes = [PlanNode.step(Step(hook.path, .runHook(hook)))]
    guard bindings.disk != nil else {
      return try await layer(inputs(of: hook, in: phase, bindings), nodes, bindings)
    }
    return try await stoppingAfterErrors(in: bindings) { try await run(nodes, bindings) }
  }

  /// Runs one hook, with the lines that `dib-run-parts` prints about it; those about environment files
  /// once a phase.
  func run(_ hook: HookRun, _ bindings: Bindings) async throws -> Bindings {
    var bindings = bindings
    let tree = bindings.hookTreePath(for: hook.phase)
    if bindings.announcedPhase != hook.phase {
      bindings.announcedPhase = hook.phase
      for name in hook.environmentFiles {
        tell("Sourcing environment file \(tree)/environment.d/\(name)")
      }
    }
    tell("Running \(tree)/\(hook.path)")
    let effects = try await backend.perform(.runHook(hook), bindings)
    tell("\(hook.name) completed")
    return bindings.adding(effects)
  }

  private func tell(_ line: String) {
    progress.send(subject, .output(source: "dib-run-parts", line: line))
  }

  private func environmentFiles(of phase: PhaseRun, _ tree: MergedHookTree) -> [String] {
    tree.environmentFiles.filter { !phase.laterEnvironmentFiles.contains($0) }
  }

  private func inputs(of hook: HookRun, in phase: PhaseRun, _ bindings: Bindings) -> LayerInputs {
    let tree = bindings.hookTree
    return LayerInputs(
      title: hook.path, phase: hook.phase,
      operation: tree.digest(of: hook.path) ?? ContentDigest(ofText: ""),
      environmentFiles: hook.environmentFiles.compactMap { name in
        guard !phase.irrelevantEnvironmentFiles.contains(name) else { return nil }
        return tree.digest(of: "environment.d/\(name)").map { NamedDigest(name, $0) }
      },
      structure: phase.structure)
  }
}
