import ElementModel
import ImageBuilder
import Sandbox
import Synchronization
import SystemPackage

/// A backend that does nothing but write down what is asked of it, and fails where it is told to.
package final class RecordingBackend: BuildBackend {
  package struct Failure: Error, Equatable {
    package init() {}
  }

  private let store: LayerStore
  /// The entry of the record at which to fail.
  private let failing: String?
  private let entries = Mutex<[String]>([])

  /// A backend whose layers go to `store`, and that fails at the entry `failing`.
  package init(_ store: LayerStore, failingAt failing: String? = nil) {
    self.store = store
    self.failing = failing
  }

  /// What was asked for, in order: `acquire workspace`, `run install.d/50-foo`, `release …`.
  package var record: [String] { entries.withLock { $0 } }

  package func perform(_ operation: BuildOperation, _ bindings: Bindings) async throws -> Effects {
    try note("run \(Self.name(of: operation))")
    return Effects(mounts: bindings.mounts)
  }

  package func acquire(_ resource: Resource, _ bindings: Bindings) async throws -> Bindings {
    try note("acquire \(resource)")
    var bindings = bindings
    switch resource {
    case .workspace: bindings.workspace = try BuildWorkspace(store.makeWorkspace())
    case .hookTree(let items): bindings.hookTree = MergedHookTree(items: items, changes: [])
    case .layer(let inputs):
      bindings.openLayer = try bindings.workspace?.openLayer(inputs, on: bindings.parent)
    case .disk, .machine: break
    }
    return bindings
  }

  package func runInMachine(_ nodes: [PlanNode], _ bindings: Bindings) async throws {
    try note("run in a machine")
  }

  package func release(_ resource: Resource, _ bindings: Bindings) async throws {
    if case .workspace = resource { try bindings.workspace?.remove() }
    try note("release \(resource)")
  }

  private func note(_ entry: String) throws {
    entries.withLock { $0.append(entry) }
    if entry == failing { throw Failure() }
  }

  private static func name(of operation: BuildOperation) -> String {
    switch operation {
    case .runHook(let hook): hook.path
    case .runPhase(let phase): phase.phase.rawValue
    case .runInTarget(let command): command.joined(separator: " ")
    case .editRootfs(let edit): edit.rawValue
    case .measureDisk: "measure disk"
    case .finishDisk: "finish disk"
    case .archiveDisk(let file): "archive disk to \(file)"
    case .stop(let stop): stop.title
    }
  }
}
