import Diagnostics
import ElementModel
@testable import ImageBuilder
import Synchronization
import SystemPackage
import TestSupport
import Testing

/// The order in which a plan is carried out, seen through a backend that only writes it down.
@Suite struct PlanRunnerTests {
  @Test func whatIsAcquiredIsReleasedInReverse() async throws {
    let record = try await run(failingAt: nil)
    #expect(openResources(after: record) == [])
    #expect(record.first == "acquire workspace")
    #expect(record.last == "release workspace")
  }

  @Test func phasesRunInTheContractsOrder() async throws {
    let record = try await run(failingAt: nil)
    #expect(
      record.filter { $0.hasPrefix("run ") } == [
        "run root.d/10-a", "run requireDeployedRoot", "run swapResolvConf",
        "run extra-data.d/10-a", "run pre-install.d/10-a", "run install.d/5-first",
        "run install.d/10-a", "run post-install.d/10-a", "run post-root.d/10-a",
        "run removeLostAndFound", "run block-device.d/10-a", "run pre-finalise.d/10-a",
        "run finalise.d/10-a", "run cleanup.d/10-a", "run restoreResolvConf",
        "run cleanTemporaryFiles",
      ])
  }

  @Test func aFailureAnywhereReleasesWhatIsHeldAndNothingElse() async throws {
    for entry in try await run(failingAt: nil) where !entry.hasPrefix("release") {
      let record = try await run(failingAt: entry)
      #expect(openResources(after: record, failedAt: entry) == [], "failed at \(entry)")
      #expect(record.last == "release workspace" || entry == "acquire workspace")
    }
  }

  @Test func aFailedReleaseAfterSuccessIsTheError() async throws {
    try await withTemporaryFolder { folder in
      let store = try LayerStore(at: folder)
      let backend = RecordingBackend(store, failingAt: "release hook tree")
      await #expect(throws: RecordingBackend.Failure.self) {
        try await run(backend, store)
      }
    }
  }

  @Test func aFailedReleaseNeverHidesTheFirstFailure() async throws {
    try await withTemporaryFolder { folder in
      let store = try LayerStore(at: folder)
      let events = Mutex<[ProgressEvent]>([])
      let backend = TwiceFailingBackend(RecordingBackend(store, failingAt: "run install.d/10-a"))
      await #expect(throws: RecordingBackend.Failure.self) {
        try await run(
          backend, store, ProgressSink { event in events.withLock { $0.append(event) } })
      }
      let releases = events.withLock { $0 }.filter {
        if case .releaseFailed = $0.kind { true } else { false }
      }
      #expect(releases.count == 1)
    }
  }

  @Test func aSecondRunTakesEveryLayerFromTheStore() async throws {
    try await withTemporaryFolder { folder in
      let store = try LayerStore(at: folder)
      try await run(RecordingBackend(store), store)
      let again = RecordingBackend(store)
      try await run(again, store)
      #expect(
        again.record == [
          "acquire workspace", "acquire hook tree", "release hook tree", "release workspace",
        ])
    }
  }

  @Test func aChangedHookRunsAgainWithAllThatFollows() async throws {
    try await withTemporaryFolder { folder in
      let store = try LayerStore(at: folder)
      try await run(RecordingBackend(store), store)
      let again = RecordingBackend(store)
      try await run(again, store, changing: ["os/post-install.d/10-a": .executable("#!/bin/sh\n")])
      #expect(again.record.filter { $0.hasPrefix("run ") }.first == "run post-install.d/10-a")
      #expect(again.record.contains("run cleanup.d/10-a"))
    }
  }
}

extension PlanRunnerTests {
  private static let elements: [String: FixtureFile] = {
    var files: [String: FixtureFile] = [
      "os/element-provides": "operating-system\n", "os/install.d/5-first": .executable(),
      "os/install.d/README": "not a hook\n",
    ]
    for phase in HookPhase.allCases { files["os/\(phase.rawValue)/10-a"] = .executable() }
    return files
  }()

  /// The record of a run that fails at one entry.
  private func run(failingAt entry: String?) async throws -> [String] {
    try await withTemporaryFolder { folder in
      let store = try LayerStore(at: folder)
      let backend = RecordingBackend(store, failingAt: entry)
      if entry == nil {
        try await run(backend, store)
      } else {
        await #expect(throws: RecordingBackend.Failure.self) { try await run(backend, store) }
      }
      return backend.record
    }
  }

  private func run(
    _ backend: any BuildBackend, _ store: LayerStore, _ progress: ProgressSink = .none,
    changing changes: [String: FixtureFile] = [:]
  ) async throws {
    try await withElements(Self.elements.merging(changes) { $1 }) { tree in
      let request = BuildRequest.sample(searchPath: tree.searchPath)
      let plan = try RootfsPlanner(request).plan(try ElementResolver(tree).resolve(["os"]))
      let environment = BuildEnvironment(request, elements: plan.elements)
      _ = try await PlanRunner(
        backend: backend, store: store, environment: environment, subject: "os", progress: progress
      ).run(plan)
    }
  }

  /// The resources of a record that were acquired and never released.
  private func openResources(after record: [String], failedAt failure: String? = nil) -> [String] {
    var open: [String] = []
    for entry in record where entry != failure {
      if let resource = entry.removingPrefix("acquire ") { open.append(resource) }
      if let resource = entry.removingPrefix("release ") {
        #expect(open.popLast() == resource)
      }
    }
    return open
  }
}

/// Fails at every release, too.
private struct TwiceFailingBackend: BuildBackend {
  let inner: RecordingBackend

  init(_ inner: RecordingBackend) { self.inner = inner }

  func perform(_ operation: BuildOperation, _ bindings: Bindings) async throws -> Effects {
    try await inner.perform(operation, bindings)
  }

  func acquire(_ resource: Resource, _ bindings: Bindings) async throws -> Bindings {
    try await inner.acquire(resource, bindings)
  }

  func runInMachine(_ nodes: [PlanNode], _ bindings: Bindings) async throws {
    try await inner.runInMachine(nodes, bindings)
  }

  func release(_ resource: Resource, _ bindings: Bindings) async throws {
    try await inner.release(resource, bindings)
    if case .hookTree = resource { throw CancellationError() }
  }
}

extension String {
  fileprivate func removingPrefix(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
