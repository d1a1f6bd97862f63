import Sandbox
import SystemPackage

/// A root file system that sandboxes and tools are shown. Nothing is mounted on the host.
package enum FinishedTree: Sendable {
  /// Directories that overlay each other, the top one first.
  case directories([FilePath])
  case disk(AttachedDisk)

  /// What is mounted where in the tree, its top first; `scratch` is an empty directory that takes all
  /// changes to directories. Changes to a disk stay.
  func parts(scratch: FilePath) throws(Errno) -> TreeParts {
    switch self {
    case .directories(let lower): TreeParts(try Overlay(changing: lower, in: scratch))
    case .disk(let disk): disk.parts
    }
  }

  /// A sandbox whose `/` is the tree.
  package func sandbox(scratch: FilePath) throws(Errno) -> SandboxSpec {
    SandboxSpec(rootedIn: try parts(scratch: scratch))
  }

  /// The tree at a directory of the host.
  package func mounts(at directory: FilePath, scratch: FilePath) throws(Errno) -> [Mount] {
    try parts(scratch: scratch).mounts(at: directory)
  }
}

/// The file systems of a tree.
struct TreeParts: Sendable {
  let root: SandboxSpec.Root
  private let top: Mount.Content
  /// In the order of mounting, with their places in the tree.
  private let others: [(mount: BlockMount, place: FilePath)]

  /// A tree that is one overlay.
  init(_ overlay: Overlay) { (root, top, others) = (.overlay(overlay), .overlay(overlay), []) }

  /// A tree on devices: what is mounted at its `/`, and in it.
  init(_ top: BlockMount, _ others: [(mount: BlockMount, place: FilePath)]) {
    (root, self.top, self.others) = (.device(top), .device(top), others)
  }

  /// The tree at a directory of the host.
  func mounts(at directory: FilePath) -> [Mount] {
    [Mount(top, at: directory)] + inner(in: directory)
  }

  /// All but the top, in a tree that is at `directory`.
  func inner(in directory: FilePath = "/") -> [Mount] {
    others.map { Mount(.device($0.mount), at: $0.place, in: directory, mountPoint: .created) }
  }
}

extension SandboxSpec {
  /// A sandbox whose `/` is the tree.
  init(rootedIn parts: TreeParts) { self.init(root: parts.root, mounts: parts.inner()) }
}

extension Overlay {
  /// The directories `lower`, the top one first, with changes that go to `scratch`.
  init(changing lower: [FilePath], in scratch: FilePath) throws(Errno) {
    let (upper, work) = (scratch.appending("upper"), scratch.appending("work"))
    try upper.createDirectories()
    try work.createDirectories()
    self.init(lower: lower, upper: upper, work: work, isVolatile: true)
  }
}
