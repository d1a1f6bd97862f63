import Diagnostics
import ElementModel
import FoundationEssentials
import Sandbox
import SystemPackage

/// A layer being made: what its hook writes goes into `directory`, below a working directory.
package struct OpenLayer: Sendable {
  package let inputs: LayerInputs
  package let parent: LayerID
  package let directory: LayerDirectory

  /// Overlayfs' own directory beside a part of the layer; it does not become part of it.
  package func work(for part: String) -> FilePath {
    directory.path.removingLastComponent().appending("work-\(part)")
  }

  /// Removes what a failed body wrote; a committed layer is no longer here.
  package func remove() throws(Errno) {
    try FileTree.remove(directory.path.removingLastComponent())
  }

  /// A new layer below the empty directory `place`.
  package init(_ inputs: LayerInputs, on parent: LayerID, in place: FilePath) throws(Errno) {
    self.inputs = inputs
    self.parent = parent
    directory = LayerDirectory(path: place.appending("layer"))
    let parts = [directory.rootfs, directory.hookTree, work(for: "fs"), work(for: "hooks")]
    for part in parts { try part.createDirectories() }
  }
}

extension LayerStore {
  /// Makes the finished layer visible to all builds.
  ///
  /// Overlayfs was told not to write through while the hook ran; `flush()` makes up for it once a
  /// build. Until then the layer is trusted for as long as this boot lasts.
  package func commit(
    _ open: OpenLayer, files: [RecordedFile], variables: [NamedDigest], mounts: [CarriedMount]
  ) throws(Errno) -> StoredLayer {
    let seal = try LayerSeal(open.directory)
    let layer = StoredLayer(
      id: Self.newID(), parent: open.parent, title: open.inputs.title,
      createdAt: WallClock.now, size: seal.size, changesRootfs: !seal.isEmptyRootfs,
      changesHookTree: !seal.isEmptyHookTree, mounts: mounts, seal: seal.digest,
      boot: HostBoot.current)
    try write(layer, to: open.directory.description)
    try open.directory.path.rename(to: directory(of: layer.id).path)
    let record = LayerRecord(layer: layer.id, files: files, variables: variables)
    try add(record, for: open)
    return layer
  }

  /// Puts everything on disk; from then on the layers survive a crash of the host.
  package func flush(_ layers: [LayerID]) {
    let pending = layers.filter { !isFlushed($0) }
    guard !pending.isEmpty else { return }
    guard (try? root.syncFileSystem()) != nil else { return }
    for layer in pending { try? flushedMark(layer).write([]) }
  }

  func isFlushed(_ layer: LayerID) -> Bool { FileStatus(flushedMark(layer)) != nil }

  private func flushedMark(_ layer: LayerID) -> FilePath {
    directory(of: layer).path.appending("flushed")
  }

  private func add(_ record: LayerRecord, for open: OpenLayer) throws(Errno) {
    let key = key(of: open.inputs, on: open.parent)
    let directory = root.appending("records").appending(key)
    try directory.createDirectories(mode: 0o700)
    try write(record, to: directory.appending("\(record.layer).json"))
    remember(open.inputs, on: open.parent)
  }

  func write(_ value: some Encodable, to path: FilePath) throws(Errno) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let data = try? encoder.encode(value) else { throw .invalidArgument }
    try path.replace(with: [UInt8](data))
  }

  private static func newID() -> LayerID {
    let number = UInt64.random(in: 1...UInt64.max)
    let digits = String(number, radix: 16)
    return LayerID(rawValue: String(repeating: "0", count: 16 - digits.count) + digits)
  }
}
