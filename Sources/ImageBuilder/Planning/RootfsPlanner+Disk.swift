import ElementModel
import SystemPackage

extension RootfsPlanner {
  /// Takes the size of the disk where it is made, or a hook may ask for it.
  func measurement(_ elements: ResolvedElements, _ tree: HookTree) throws -> [PlanNode] {
    guard let disk = request.disk else { return [] }
    let late = HookPhase.allCases.filter { $0 >= .blockDevice }
    let isAskedFor = try LateHooks(late, in: elements, tree).first(mentioning: "DIB_IMAGE_SIZE")
    guard disk.isolation != .direct || isAskedFor != nil else { return [] }
    return [.step(Step("measure the image's content", .measureDisk))]
  }

  /// The tree's own knowledge of its disk.
  var table: [PlanNode] {
    guard request.disk != nil else { return [] }
    let edit = RootfsEdit.writeFileSystemTable
    return [layer(edit.title, .editRootfs(edit), using: bytes(for: edit))]
  }

  /// The last phases where they run: on the tree, on the disk, or on the disk in a machine.
  func around(_ late: [PlanNode]) -> [PlanNode] {
    guard let disk = request.disk, disk.isolation != .direct else { return late }
    let archive = disk.treeArchive.map {
      PlanNode.step(Step("take the tree from the disk", .archiveDisk($0.string)))
    }
    let body =
      late.map(\.withoutLayers) + [archive].compactMap(\.self)
      + [.step(Step("finish the disk", .finishDisk))]
    let onDisk = PlanNode.scope(.disk(disk.layout), body)
    return disk.isolation == .machine ? [.scope(.machine, [onDisk])] : [onDisk]
  }
}

extension PlanNode {
  /// The same on a tree that does not consist of layers.
  fileprivate var withoutLayers: PlanNode {
    if case .scope(.layer, let body) = self, body.count == 1 { body[0] } else { self }
  }
}

extension DiskLayout: CustomStringConvertible {
  /// What `/etc/fstab` says, and the mount points, which it may leave out.
  public var description: String {
    fileSystemTable + mountPoints.map { "\($0)\n" }.joined()
  }
}
