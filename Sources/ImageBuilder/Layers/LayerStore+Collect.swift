import Diagnostics
import FoundationEssentials
import Glibc
import Sandbox
import SystemPackage

/// A layer and how long nobody has used it, for `tie-check cache`.
package struct LayerListing: Sendable {
  package var layer: StoredLayer
  /// Seconds since 1970-01-01 UTC.
  package var lastUsed: Double
}

extension LayerStore {
  /// All layers, the most recently used first; damaged ones are left out.
  package func listing() -> [LayerListing] {
    let names = (try? root.appending("layers").children()) ?? []
    let listings = names.compactMap { name -> LayerListing? in
      let directory = directory(of: LayerID(rawValue: name))
      guard let bytes = try? directory.description.contents(limit: 1 << 20),
        let layer = try? JSONDecoder().decode(StoredLayer.self, from: Data(bytes)),
        let status = FileStatus(directory.path)
      else { return nil }
      return LayerListing(layer: layer, lastUsed: Double(status.modified.tv_sec))
    }
    return listings.sorted {
      ($0.lastUsed, $0.layer.id.rawValue) > ($1.lastUsed, $1.layer.id.rawValue)
    }
  }

  /// Removes the layers that nobody has used for `age`, those built on them, damaged ones, and
  /// records that name no layer.
  ///
  /// - Returns: How many layers and bytes are gone; nil while a build uses the store.
  package func collect(unusedFor age: Duration) throws(Errno) -> (layers: Int, bytes: Int)? {
    guard let lock = try FileLock.exclusiveNow(useLock) else { return nil }
    defer { lock.release() }
    Workspaces(in: workDirectory).removeStale()
    let limit = WallClock.now - Double(age.components.seconds)
    let all = listing()
    var kept = Set(all.filter { $0.lastUsed >= limit }.map(\.layer.id))
    kept = kept.intersection(reachable(all.map(\.layer).filter { kept.contains($0.id) }))
    let doomed = all.map(\.layer).filter { !kept.contains($0.id) }
    let names = Set((try? root.appending("layers").children()) ?? [])
    names.subtracting(kept.map(\.rawValue)).forEach { discard(LayerID(rawValue: $0)) }
    removeRecords { !kept.contains($0) }
    // Held only by builds, none of which is running.
    try? FileTree.remove(root.appending("locks"))
    try root.appending("locks").createDirectories(mode: 0o700)
    return (doomed.count, doomed.reduce(0) { $0 + $1.size })
  }

  /// The layers whose whole ancestry is among `layers`.
  private func reachable(_ layers: [StoredLayer]) -> Set<LayerID> {
    var reached: Set<LayerID> = [.empty]
    var rest = layers
    while true {
      let next = rest.filter { reached.contains($0.parent) }
      if next.isEmpty { return reached }
      reached.formUnion(next.map(\.id))
      rest.removeAll { reached.contains($0.id) }
    }
  }

  /// Takes the layer out of sight with one rename, then deletes it.
  func discard(_ id: LayerID) {
    verified.remove(id)
    let grave = workDirectory.appending("discarded-\(id)-\(getpid())")
    guard (try? directory(of: id).path.rename(to: grave)) != nil else { return }
    try? FileTree.remove(grave)
  }

  func markUsed(_ id: LayerID) {
    _ = directory(of: id).path.withPlatformString { utimensat(AT_FDCWD, $0, nil, 0) }
  }

  private func removeRecords(where isDoomed: (LayerID) -> Bool) {
    let records = root.appending("records")
    for key in (try? records.children()) ?? [] {
      let directory = records.appending(key)
      for name in (try? directory.children()) ?? [] where name.hasSuffix(".json") {
        guard isDoomed(LayerID(rawValue: String(name.dropLast(5)))) else { continue }
        _ = directory.appending(name).withPlatformString { unlink($0) }
      }
      // Fails, as it should, while records are left.
      _ = directory.withPlatformString { rmdir($0) }
    }
  }
}
