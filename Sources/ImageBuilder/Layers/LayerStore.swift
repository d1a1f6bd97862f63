import ElementModel
import FoundationEssentials
import Sandbox
import SystemPackage

/// The states of root file systems that builds share, content-addressed, on disk.
///
/// ```text
/// layers/ID/{fs,hooks,layer.json}   what one hook changed, in overlayfs' form
/// records/KEY/ID.json               what else it read: KEY digests its parent and its inputs
/// slots/SLOT.json                   the inputs of the last build at this place, to name a change
/// locks/KEY  store.lock             one builder a layer; no collector beside a build
/// work/                             working directories of running builds
/// ```
///
/// A layer appears by one rename, after its files are complete, and is believed only while its
/// seal fits. Its identity is new each time it is made, so that nothing built on an older making is
/// put on a newer one.
package struct LayerStore: Sendable {
  package let root: FilePath
  let verified = VerifiedLayers()

  /// To be raised when records come to mean something else: older ones are then no longer found.
  private static let format = 4

  /// The store below `root`, which is made when missing.
  package init(at root: FilePath) throws(StoreProblem) {
    self.root = root
    for part in ["layers", "records", "slots", "locks", "work"] {
      do { try root.appending(part).createDirectories(mode: 0o700) } catch {
        throw .unusable(root.appending(part), error)
      }
    }
  }

  package func directory(of layer: LayerID) -> LayerDirectory {
    LayerDirectory(path: root.appending("layers").appending(layer.rawValue))
  }

  package var workDirectory: FilePath { root.appending("work") }

  /// A working directory on the store's file system; what killed programs left is removed first.
  package func makeWorkspace() throws(Errno) -> Workspace {
    let workspaces = Workspaces(in: workDirectory)
    workspaces.removeStale()
    return try workspaces.make()
  }

  /// Runs `body` with a working directory that is removed afterwards.
  package func withWorkspace<Value>(_ body: (FilePath) async throws -> Value) async throws -> Value
  {
    let workspace = try makeWorkspace()
    let value: Value
    do { value = try await body(workspace.path) } catch {
      // The first failure is the one to tell.
      try? workspace.remove()
      throw error
    }
    try workspace.remove()
    return value
  }

  /// The layer made from the same parent and inputs while everything it read was as it is now.
  package func find(_ inputs: LayerInputs, on parent: LayerID, _ view: InputView) -> Lookup {
    var reason: String?
    for record in records(for: key(of: inputs, on: parent)) {
      if let difference = view.difference(from: record) {
        reason = reason ?? difference
        continue
      }
      switch open(record.layer) {
      case .intact(let layer): return .found(layer)
      case .damaged(let why):
        discard(record.layer)
        reason = "layer \(record.layer) is damaged: \(why)"
      }
    }
    return .missing(reason: reason ?? explain(inputs, on: parent))
  }

  package enum Lookup: Sendable, Equatable {
    case found(StoredLayer)
    case missing(reason: String)
  }

  /// Waits until nobody else makes the layer of `inputs` on `parent`.
  package func lock(_ inputs: LayerInputs, on parent: LayerID) async throws -> FileLock {
    let path = root.appending("locks").appending(key(of: inputs, on: parent))
    return try await FileLock.exclusive(path)
  }

  /// Keeps collectors away while a build uses layers.
  package func lockForUse() async throws -> FileLock {
    try await FileLock.shared(useLock)
  }

  var useLock: FilePath { root.appending("store.lock") }

  func key(of inputs: LayerInputs, on parent: LayerID) -> String {
    var builder = ContentDigest.Builder()
    builder.combine(Self.format)
    builder.combine(parent.rawValue)
    builder.combine(inputs.title)
    builder.combine(inputs.operation.description)
    for file in inputs.environmentFiles {
      builder.combine(file.name)
      builder.combine(file.digest.description)
    }
    builder.combine(inputs.structure.description)
    return String(builder.digest.description.prefix(16))
  }
}

extension LayerStore {
  enum Opened {
    case intact(StoredLayer)
    case damaged(String)
  }

  /// Reads a layer's description and compares its seal.
  func open(_ id: LayerID) -> Opened {
    let directory = directory(of: id)
    guard let bytes = try? directory.description.contents(limit: 1 << 20),
      let layer = try? JSONDecoder().decode(StoredLayer.self, from: Data(bytes))
    else { return .damaged("its description is unreadable") }
    guard layer.id == id else { return .damaged("it describes layer \(layer.id)") }
    guard layer.boot == HostBoot.current || isFlushed(id) else {
      return .damaged("the host was restarted before it was on disk")
    }
    guard verified.contains(id) || (try? LayerSeal(directory))?.digest == layer.seal else {
      return .damaged("its files are not those that were written")
    }
    verified.insert(id)
    markUsed(id)
    return .intact(layer)
  }

  private func records(for key: String) -> [LayerRecord] {
    let directory = root.appending("records").appending(key)
    let names = ((try? directory.children()) ?? []).filter { $0.hasSuffix(".json") }
    return names.sorted().compactMap { name in
      guard let bytes = try? directory.appending(name).contents(limit: 1 << 24) else { return nil }
      return try? JSONDecoder().decode(LayerRecord.self, from: Data(bytes))
    }
  }
}
