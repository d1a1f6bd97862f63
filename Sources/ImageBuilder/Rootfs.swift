import ElementModel
import Sandbox
import SystemPackage

/// A finished root file system, as a stack of layers. Nothing is mounted.
package struct Rootfs: Sendable {
  /// The lowest first.
  package let layers: [RootfsLayer]
  /// What hooks in the chroot saw before `environment.d`.
  package let variables: [String: String]
  private let hookTree: MergedHookTree

  init(layers: [RootfsLayer], variables: [String: String], hookTree: MergedHookTree) {
    self.layers = layers
    self.variables = variables
    self.hookTree = hookTree
  }

  /// The rootfs with changes that go to `scratch`, two empty directories' parent, and are gone with it.
  package func overlay(scratch: FilePath) throws(Errno) -> Overlay {
    try Overlay(changing: directories, in: scratch)
  }

  /// The rootfs as a tree.
  package var tree: FinishedTree { .directories(directories) }

  private var directories: [FilePath] {
    layers.reversed().filter(\.changesRootfs).map(\.files)
  }

  /// The title of the layer that last wrote, replaced or deleted `path`, such as
  /// `install.d/10-iptables`; nil when none did.
  package func lastTouched(_ path: FilePath) -> String? {
    let relative = FilePath(root: nil, path.components)
    return layers.last { layer in
      let files = try? RootedDirectory(layer.files)
      return (try? files?.exists(relative)) ?? false
    }?.title
  }

  /// The files of `environment.d` as they were when the build ended, in order.
  var environmentTexts: [[UInt8]] {
    hookTree.environmentFiles.compactMap { hookTree.contents(of: "environment.d/\($0)") }
  }
}

/// One layer of a rootfs.
package struct RootfsLayer: Sendable {
  package let title: String
  package let files: FilePath
  package let changesRootfs: Bool

  init(_ layer: StoredLayer, _ directory: LayerDirectory) {
    title = layer.title
    files = directory.rootfs
    changesRootfs = layer.changesRootfs
  }
}
