import ElementModel
@testable import ImageBuilder
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// Layers on disk: found again, and never believed when they are not what was written.
@Suite struct LayerStoreTests {
  @Test func aCommittedLayerIsFound() throws {
    try withStore { store in
      let layer = try store.addSample()
      #expect(store.find(.sample, on: .empty, .sample) == .found(layer))
    }
  }

  @Test func otherInputsAreAMiss() throws {
    try withStore { store in
      _ = try store.addSample()
      var inputs = LayerInputs.sample
      inputs.operation = ContentDigest(of: [1])
      #expect(store.find(inputs, on: .empty, .sample) == .missing(reason: "its text changed"))
    }
  }

  @Test func anotherParentIsAMiss() throws {
    try withStore { store in
      let layer = try store.addSample()
      #expect(
        store.find(.sample, on: layer.id, .sample)
          == .missing(reason: "follows a layer that changed"))
    }
  }

  @Test func aFileThatTheHookReadIsAnInput() throws {
    try withStore { store in
      let digest = ContentDigest(of: [1])
      _ = try store.addSample(files: [
        RecordedFile(place: .hookTree, path: "static/a", digest: digest)
      ])
      #expect(store.find(.sample, on: .empty, .sample) == .missing(reason: "static/a changed"))
    }
  }

  @Test func aVariableThatTheHookMentionsIsAnInput() throws {
    try withStore { store in
      let unset = InputView.sample.digest(ofVariable: "DIB_A")
      let layer = try store.addSample(variables: [NamedDigest("DIB_A", unset)])
      #expect(store.find(.sample, on: .empty, .sample) == .found(layer))
      var view = InputView.sample
      view.variables["DIB_A"] = ""
      #expect(
        store.find(.sample, on: .empty, view) == .missing(reason: "variable DIB_A changed"))
    }
  }

  @Test func aLayerWithAChangedFileIsRefusedAndRemoved() throws {
    try withStore { store in
      let layer = try store.addSample()
      let file = store.directory(of: layer.id).rootfs.appending("file")
      try file.write(Array("other".utf8))
      guard case .missing(let reason) = store.find(.sample, on: .empty, .sample) else {
        Issue.record("a damaged layer was found")
        return
      }
      #expect(reason.hasSuffix("its files are not those that were written"))
      #expect(FileStatus(store.directory(of: layer.id).path) == nil)
    }
  }

  @Test func aLayerWithAMissingFileIsRefused() throws {
    try withStore { store in
      let layer = try store.addSample()
      try FileTree.remove(store.directory(of: layer.id).rootfs.appending("file"))
      guard case .missing = store.find(.sample, on: .empty, .sample) else {
        Issue.record("a damaged layer was found")
        return
      }
    }
  }

  @Test(arguments: ["", "{", "{\"id\": 1}", "null"])
  func aLayerWithABrokenDescriptionIsRefused(_ text: String) throws {
    try withStore { store in
      let layer = try store.addSample()
      try store.directory(of: layer.id).description.write(Array(text.utf8))
      guard case .missing = store.find(.sample, on: .empty, .sample) else {
        Issue.record("a damaged layer was found")
        return
      }
    }
  }

  @Test func aLayerMadeAnewIsAnotherOne() throws {
    try withStore { store in
      let (first, second) = (try store.addSample(), try store.addSample())
      #expect(first.id != second.id)
    }
  }

  @Test func unusedLayersAndThoseBuiltOnThemAreCollected() throws {
    try withStore { store in
      let layer = try store.addSample()
      _ = try store.addSample(on: layer.id)
      let removed = try store.collect(unusedFor: .seconds(-1))
      #expect(removed?.layers == 2)
      #expect(store.listing().isEmpty)
    }
  }

  @Test func layersInUseAreNotCollected() async throws {
    try await withTemporaryFolder { folder in
      let store = try LayerStore(at: folder)
      _ = try store.addSample()
      let use = try await store.lockForUse()
      #expect(try store.collect(unusedFor: .seconds(-1)) == nil)
      use.release()
      #expect(store.listing().count == 1)
    }
  }

  private func withStore(_ body: (LayerStore) throws -> Void) throws {
    try withTemporaryFolder { try body(try LayerStore(at: $0)) }
  }
}

extension LayerInputs {
  fileprivate static let sample = LayerInputs(
    title: "install.d/50-foo", operation: ContentDigest(of: []), structure: ContentDigest(of: []))
}

extension InputView {
  fileprivate static let sample = InputView(
    hookTree: MergedHookTree(items: [], changes: []), variables: [:])
}

extension LayerStore {
  /// A layer with one file.
  fileprivate func addSample(
    on parent: LayerID = .empty, files: [RecordedFile] = [], variables: [NamedDigest] = []
  ) throws -> StoredLayer {
    let workspace = try makeWorkspace()
    let open = try OpenLayer(.sample, on: parent, in: workspace.path.appending("new"))
    try open.directory.rootfs.appending("file").write(Array("text".utf8))
    let layer = try commit(open, files: files, variables: variables, mounts: [])
    try workspace.remove()
    return layer
  }
}
