import ElementModel
import SystemPackage

/// What the symbols of a plan stand for at one moment of a build.
package struct Bindings: Sendable {
  package var workspace: BuildWorkspace?
  /// The finished layers, the lowest first.
  package var layers: [StoredLayer] = []
  package var hookTreeItems: [HookTreeItem] = []
  package var hookTree = MergedHookTree(items: [], changes: [])
  package var openLayer: OpenLayer?
  /// What the body of the open layer has opened; nil when the kernel could not say.
  package var openedFiles: [OpenedFile]? = []
  /// Bind mounts that host hooks made and that are still due.
  package var mounts: [CarriedMount] = []

  /// Whether the topmost layer was made now and not taken from the store.
  package var lastLayerIsNew = false

  /// Bytes of the disk; nil before it is measured.
  package var diskSize: Int?
  /// The disk whose file systems are the rootfs.
  package var disk: AttachedDisk?
  /// The phase whose environment files were last announced as sourced.
  var announcedPhase: HookPhase?

  package init() {}

  /// Where hooks of `phase` find the hook tree.
  func hookTreePath(for phase: HookPhase) -> FilePath {
    phase.runsInChroot ? "/tmp/in_target.d" : workspace?.hookTree ?? ""
  }

  /// What only this build can say, and only from here on (dib-contract section 7.5).
  func variables(for phase: HookPhase) -> [String: String] {
    var variables: [String: String] = [:]
    if phase >= .blockDevice, let diskSize { variables["DIB_IMAGE_SIZE"] = "\(diskSize >> 10)" }
    if phase >= .preFinalise, let disk { variables.merge(disk.variables) { $1 } }
    return variables
  }

  package var parent: LayerID { layers.last?.id ?? .empty }

  /// These bindings with a finished layer on top.
  func adding(_ layer: StoredLayer, in store: LayerStore, isNew: Bool) -> Bindings {
    var bindings = self
    bindings.lastLayerIsNew = isNew
    bindings.layers.append(layer)
    bindings.mounts = layer.mounts
    if layer.changesHookTree {
      bindings.hookTree = hookTree.adding(changes: store.directory(of: layer.id).hookTree)
    }
    return bindings
  }

  /// These bindings after an operation.
  func adding(_ effects: Effects) -> Bindings {
    var bindings = self
    bindings.mounts = effects.mounts
    bindings.diskSize = effects.diskSize ?? diskSize
    if let before = openedFiles, let opened = effects.openedFiles {
      bindings.openedFiles = before + opened
    } else {
      bindings.openedFiles = nil
    }
    return bindings
  }
}
