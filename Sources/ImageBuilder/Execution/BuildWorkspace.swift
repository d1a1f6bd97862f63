import SystemPackage
import Sandbox

/// The working directories of one build (dib-contract section 7.1, step 2).
package struct BuildWorkspace: Sendable {
  /// Nil inside a machine, where another program owns it.
  private let workspace: Workspace?
  /// On the file system of the layer store, so that a finished layer can be renamed into it.
  package let path: FilePath
  /// The merged hook tree before any hook changed it.
  package let hookTreeBase: FilePath

  /// Lays the directories out in a new workspace.
  package init(_ workspace: Workspace) throws(Errno) {
    self.workspace = workspace
    path = workspace.path
    hookTreeBase = workspace.path.appending("hook-tree")
    for directory in [build, image, rootfs, hookTree, empty, lateHookTree, lateWork] {
      try directory.createDirectories()
    }
  }

  /// The workspace at `path` of a build that goes on here, with the hook tree as it is by now.
  init(continuing path: FilePath, hookTree: FilePath) {
    workspace = nil
    self.path = path
    hookTreeBase = hookTree
  }

  package var build: FilePath { path.appending("build") }
  package var image: FilePath { path.appending("image") }
  package var rootfs: FilePath { build.appending("mnt") }
  package var hookTree: FilePath { build.appending("hooks") }
  package var blockDeviceParameters: FilePath { build.appending("block-device/params.yaml") }
  /// What hooks that have no layer add to the hook tree.
  package var lateHookTree: FilePath { path.appending("late/hooks") }
  package var lateWork: FilePath { path.appending("late/work") }
  /// The lowest layer of every overlay, since overlayfs asks for one.
  package var empty: FilePath { path.appending("empty") }

  /// A place for the layer of `inputs`.
  package func openLayer(_ inputs: LayerInputs, on parent: LayerID) throws(Errno) -> OpenLayer {
    let number = UInt32.random(in: 0...UInt32.max)
    return try OpenLayer(inputs, on: parent, in: path.appending("layer-\(number)"))
  }

  package func remove() throws(Errno) { try workspace?.remove() }
}
