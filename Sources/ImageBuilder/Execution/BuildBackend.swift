import ElementModel
import SystemPackage

/// The primitives of one kind of isolation. Order, scopes, layers and progress are `PlanRunner`'s.
package protocol BuildBackend: Sendable {
  /// Does one operation on the open layer.
  func perform(_ operation: BuildOperation, _ bindings: Bindings) async throws -> Effects
  /// Acquires a resource and binds its symbols.
  func acquire(_ resource: Resource, _ bindings: Bindings) async throws -> Bindings
  /// Runs nodes in a virtual machine, on the rootfs as it is.
  func runInMachine(_ nodes: [PlanNode], _ bindings: Bindings) async throws
  /// Releases what `acquire` gave.
  func release(_ resource: Resource, _ bindings: Bindings) async throws
}

/// What an operation did besides writing into the open layer.
package struct Effects: Sendable {
  /// Files that were opened, each a path in the hook tree or on the host; nil when unknown.
  package var openedFiles: [OpenedFile]? = []
  /// The bind mounts that are there afterwards.
  package var mounts: [CarriedMount]
  /// Bytes, when the disk was measured.
  package var diskSize: Int?

  package init(openedFiles: [OpenedFile]? = [], mounts: [CarriedMount], diskSize: Int? = nil) {
    self.openedFiles = openedFiles
    self.mounts = mounts
    self.diskSize = diskSize
  }
}

/// A file that an operation opened.
package struct OpenedFile: Sendable, Hashable {
  package var place: RecordedFile.Place
  package var path: String

  package init(_ place: RecordedFile.Place, _ path: String) {
    self.place = place
    self.path = path
  }
}
