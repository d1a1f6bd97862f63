import Diagnostics
import ElementModel
import ElementTest
import ImageBuilder
import Reporting
import Sandbox
import SystemPackage

/// Builds and tests cases, several at once.
struct CaseRunner: Sendable {
  let request: CheckRequest
  let environment: ProcessEnvironment
  let installation: Installation
  let tree: ElementTree
  let store: LayerStore
  let progress: ProgressSink
  let logs: LogFileProgress
  let launcher = SandboxLauncher()

  /// The results of all jobs, in the order of the jobs.
  func run(_ jobs: [CaseJob]) async throws -> [CaseResult] {
    try await withThrowingTaskGroup(of: (Int, [CaseResult]).self) { group in
      var results: [Int: [CaseResult]] = [:]
      var waiting = Array(jobs.enumerated())[...]
      for (index, job) in waiting.prefix(request.jobs) { start(job, index, in: &group) }
      waiting = waiting.dropFirst(request.jobs)
      while let (index, finished) = try await group.next() {
        results[index] = finished
        if request.stopsAtFirstFailure, finished.contains(where: \.isBad) { waiting = [] }
        if let (next, job) = waiting.popFirst() { start(job, next, in: &group) }
      }
      // What was cancelled may have ended as something else.
      try Task.checkCancellation()
      return jobs.enumerated().flatMap { results[$0] ?? [$1.notStarted] }
    }
  }

  private func start(
    _ job: CaseJob, _ index: Int, in group: inout ThrowingTaskGroup<(Int, [CaseResult]), any Error>
  ) {
    group.addTask { (index, try await run(job)) }
  }

  /// The results of one case: of its build, and of its assertions.
  private func run(_ job: CaseJob) async throws -> [CaseResult] {
    let start = ContinuousClock.now
    let log = logs.path(for: job.subject)
    do {
      let tree = try tree(for: job)
      let elements = try resolved(job, in: tree)
      if let reason = skipReason(job, elements) {
        return [job.result(.skipped(reason: reason), since: start, log: nil)]
      }
      return try await builder(for: job, tree).withRootfs(of: elements) { rootfs in
        let built = job.result(job.verdictOfSuccess, since: start, log: log)
        return [built] + (built.isBad ? [] : try await test(job, tree, elements, rootfs))
      }
    } catch {
      guard let verdict = try job.verdict(on: error, log: log) else { throw error }
      return [job.result(verdict, since: start, log: log)]
    }
  }

  /// Cases find what is in `test-elements` of their element before all else, as functional tests of
  /// diskimage-builder do.
  private func tree(for job: CaseJob) throws -> ElementTree {
    let own = job.element.path.appending("test-elements")
    guard FileStatus(own, following: true)?.kind == .directory else { return tree }
    return try ElementTree.discover(in: [own] + tree.searchPath)
  }

  private func resolved(_ job: CaseJob, in tree: ElementTree) throws -> ResolvedElements {
    let names = job.testCase.build.elements(
      for: job.element.name, on: base(for: job))
    return try ElementResolver(tree).resolve(names)
  }

  /// An element that is an operating system itself needs no other.
  private func base(for job: CaseJob) -> ElementName {
    let isSystem = job.element.provides.contains { $0.name == "operating-system" }
    return isSystem ? job.element.name : ElementName(request.base)
  }

  private func builder(for job: CaseJob, _ tree: ElementTree) -> RootfsBuilder {
    var build = BuildRequest(
      subject: job.subject, searchPath: tree.searchPath, environment, installation)
    build.give(job.testCase.build.environment)
    build.architecture = build.variables["ARCH"] ?? build.architecture
    build.hookTimeout = job.testCase.timeout ?? request.timeout
    build.isOffline = request.isOffline
    return RootfsBuilder(build, store: store, launcher: launcher, progress: progress)
  }

  private func skipReason(_ job: CaseJob, _ elements: ResolvedElements) -> String? {
    job.testCase.skipReason(
      in: TestRequirements.Surroundings(
        architecture: environment["ARCH"] ?? HostArchitecture.name,
        distribution: elements.distribution ?? "", capabilities: HostCapabilities.names))
  }
}
