import ElementModel
import SystemPackage

/// A layer as the store describes it in `layer.json`.
package struct StoredLayer: Sendable, Codable, Equatable {
  package var id: LayerID
  package var parent: LayerID
  package var title: String
  /// Seconds since 1970-01-01 UTC.
  package var createdAt: Double
  /// Bytes of file content.
  package var size: Int
  /// What the hook changed: nothing of the one or the other is left out of the overlay.
  package var changesRootfs: Bool
  package var changesHookTree: Bool
  /// Bind mounts that a host hook made and that later phases need, too.
  package var mounts: [CarriedMount]
  /// Digest of the layer's files by name, kind, mode, owner, size and times.
  package var seal: ContentDigest
  /// The boot during which it was written; a layer that is not yet on disk is not trusted after
  /// the next one.
  package var boot: String
}

/// A bind mount that a hook made below the rootfs (dib-contract section 10.8).
package struct CarriedMount: Sendable, Codable, Hashable {
  /// On the host.
  package var source: String
  /// Inside the rootfs.
  package var target: String
  package var isReadOnly: Bool
}

/// Where the parts of a layer lie.
package struct LayerDirectory: Sendable {
  package let path: FilePath

  package var rootfs: FilePath { path.appending("fs") }
  package var hookTree: FilePath { path.appending("hooks") }
  package var description: FilePath { path.appending("layer.json") }
}
