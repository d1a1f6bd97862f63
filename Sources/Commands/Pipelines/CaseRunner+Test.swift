import Diagnostics
import ElementModel
import ElementTest
import ImageBuilder
import Reporting
import Sandbox
import SystemPackage

extension CaseRunner {
  /// The results of a case's assertions on its finished rootfs.
  func test(
    _ job: CaseJob, _ tree: ElementTree, _ elements: ResolvedElements, _ rootfs: Rootfs
  ) async throws -> [CaseResult] {
    try await store.withWorkspace { scratch in
      let facts = try await facts(job, tree, elements, rootfs, scratch)
      return try await run(job, facts, rootfs, in: scratch)
    }
  }

  private func run(
    _ job: CaseJob, _ facts: BuildFacts, _ rootfs: Rootfs, in scratch: FilePath
  ) async throws -> [CaseResult] {
    let chroot = TestChroot(rootfs: rootfs, scratch: scratch, launcher: launcher)
    let held = SandboxSpec(root: .overlay(try rootfs.overlay(scratch: scratch.appending("held"))))
    return try await launcher.withHeld(held) { sandbox in
      let probe = try LiveRootfsProbe(root: sandbox.root, runCommand: chroot.run)
      let results = await TestRunner(facts, on: probe, timeout: request.timeout)
        .run([job.testCase])
      // A cancelled command is no verdict.
      try Task.checkCancellation()
      return results.map { $0.logged(at: logs.path(for: job.subject)) }
    }
  }

  private func facts(
    _ job: CaseJob, _ tree: ElementTree, _ elements: ResolvedElements, _ rootfs: Rootfs,
    _ scratch: FilePath
  ) async throws -> BuildFacts {
    let variables = try await rootfs.hookEnvironment(
      launcher, scratch: scratch.appending("environment"))
    var facts = BuildFacts(
      element: job.element.name, elementArgument: job.argument, tree: tree, elements: elements,
      hooks: try HookTree(merging: elements), environment: variables)
    facts.host.name = HostIdentity.name
    facts.host.workspaces = [store.root]
    facts.host.resolverConfiguration = HostIdentity.resolverConfiguration
    facts.lastTouched = { rootfs.lastTouched($0) }
    return facts
  }
}

extension CaseResult {
  /// The result with the log of its case.
  fileprivate func logged(at log: FilePath) -> CaseResult {
    var result = self
    result.log = log
    return result
  }
}
