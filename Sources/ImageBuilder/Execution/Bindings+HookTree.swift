import Diagnostics
import Sandbox
import SystemPackage

extension Bindings {
  /// Copies the merged hook tree into the workspace, once a build and only when a hook runs.
  func makeHookTree(in workspace: BuildWorkspace) throws {
    guard FileStatus(workspace.hookTreeBase) == nil else { return }
    let building = workspace.path.appending("hook-tree.new")
    try building.createDirectories()
    for item in hookTreeItems {
      let target = building.appending(item.path)
      try target.removingLastComponent().createDirectories()
      switch item.source {
      case .text(let text): try target.write(Array(text.utf8))
      case .file(let path): try copy(FilePath(path), to: target)
      }
    }
    try building.rename(to: workspace.hookTreeBase)
  }

  private func copy(_ file: FilePath, to target: FilePath) throws {
    do { try FileTree.copy(file, to: target) } catch .invalidArgument {
      throw InputError(
        "is no file, directory or link, and cannot be part of a hook tree",
        at: SourceLocation(file), hint: "remove it")
    } catch .fileTooLarge {
      throw InputError(
        "is too large for a hook tree", at: SourceLocation(file),
        hint: "let a hook fetch it instead")
    }
  }

  /// What finished layers changed of the hook tree, the newest first.
  func hookTreeDirectories(in store: LayerStore) -> [FilePath] {
    layers.reversed().filter(\.changesHookTree).map { store.directory(of: $0.id).hookTree }
  }
}
