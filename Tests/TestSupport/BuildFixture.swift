import Diagnostics
import ElementModel
import ImageBuilder
import Sandbox
import Synchronization
import SystemPackage

/// Real builds of small elements on the fake operating system, with a layer store of their own.
package struct BuildFixture {
  package let store: LayerStore
  package let root: FilePath
  private let events = EventLog()

  /// Calls `body` with a fixture whose layers were made before by others, where they were.
  package static func withSharedLayers(_ body: (BuildFixture) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      try await body(
        BuildFixture(store: try LayerStore(at: TemporaryLayers.folder), root: folder))
    }
  }

  /// Calls `body` with a fixture whose files are gone afterwards.
  package static func with(_ body: (BuildFixture) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      try await body(
        BuildFixture(store: try LayerStore(at: folder.appending("cache")), root: folder))
    }
  }

  private init(store: LayerStore, root: FilePath) {
    self.store = store
    self.root = root
  }

  /// Builds the fake operating system and `test`, an element of the given files.
  @discardableResult
  package func build(
    _ files: [String: FixtureFile], variables: [String: String] = [:],
    adjusting adjust: (inout BuildRequest) -> Void = { _ in }
  ) async throws -> Rootfs {
    var all = fakeOperatingSystem
    for (path, file) in files { all["test/\(path)"] = file }
    if files.isEmpty { all["test/README.rst"] = "test\n" }
    return try await withElements(all) { tree in
      try await build(tree, variables: variables, adjusting: adjust)
    }
  }

  /// Builds the fake operating system and `test`, which are in `tree`.
  @discardableResult
  package func build(
    _ tree: ElementTree, variables: [String: String] = [:],
    adjusting adjust: (inout BuildRequest) -> Void = { _ in }
  ) async throws -> Rootfs {
    var request = BuildRequest.sample(
      searchPath: tree.searchPath,
      variables: ["PATH": "/usr/bin:/bin", "HOME": "/root"].merging(variables) { $1 })
    request.library = root.appending("lib")
    request.imageCache = root.appending("image-cache")
    request.lockFiles = root.appending("locks")
    try writeLibrary(request.library)
    adjust(&request)
    let elements = try ElementResolver(tree).resolve(["fake-os", "test"])
    events.clear()
    let builder = RootfsBuilder(
      request, store: try LayerStore(at: store.root), launcher: SandboxLauncher(),
      progress: events.sink)
    return try await builder.withRootfs(of: elements) { $0 }
  }

  /// The text of a file of the rootfs; nil when there is none.
  package func text(_ path: FilePath, in rootfs: Rootfs) async throws -> String? {
    try await store.withWorkspace { scratch in
      let spec = SandboxSpec(root: .overlay(try rootfs.overlay(scratch: scratch)))
      return try await SandboxLauncher().withHeld(spec) { held in
        try RootedDirectory(held.root).contents(of: path)
          .map { String(decoding: $0, as: UTF8.self) }
      }
    }
  }

  /// What the hooks of the last build printed, as `hook: line`.
  package var output: [String] { events.output }

  /// The steps of the last build that were run, and not taken from the store.
  package var steps: [String] { events.steps }

  /// Why layers could not be taken from the store.
  package var notes: [String] { events.notes }

  private func writeLibrary(_ path: FilePath) throws {
    try path.createDirectories()
    try path.appending("dib-run-parts").write(Array("#!/bin/bash\n".utf8))
  }
}

/// The events of one build, kept.
private final class EventLog: Sendable {
  private let events = Mutex<[ProgressEvent]>([])

  var sink: ProgressSink { ProgressSink { event in self.events.withLock { $0.append(event) } } }

  func clear() { events.withLock { $0 = [] } }

  var output: [String] {
    kinds.compactMap {
      if case .output(let source, let line) = $0 { "\(source): \(line)" } else { nil }
    }
  }

  var steps: [String] {
    kinds.compactMap {
      if case .stepFinished(let title, .done, _) = $0 { title } else { nil }
    }
  }

  var notes: [String] {
    kinds.compactMap { if case .note(let text) = $0 { text } else { nil } }
  }

  private var kinds: [ProgressEvent.Kind] { events.withLock { $0.map(\.kind) } }
}
