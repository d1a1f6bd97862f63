import ElementModel
import SystemPackage

/// Sorts the files that the kernel reports as opened into the hook tree's and the host's.
struct OpenedFiles {
  private let workspace: BuildWorkspace

  init(_ build: OpenBuild) { workspace = build.workspace }

  /// Files of the workspace itself, the rootfs among them, are left out: earlier layers decide
  /// what is in them.
  func sort(_ paths: [FilePath]) -> [OpenedFile] {
    // Many, so they are compared as texts and not taken apart.
    let trees = ["\(workspace.hookTree)/", "/tmp/in_target.d/"]
    let own = "\(workspace.path)/"
    return paths.compactMap { path in
      let path = path.string
      if let tree = trees.first(where: path.hasPrefix) {
        return OpenedFile(.hookTree, String(path.dropFirst(tree.count)))
      }
      return path.hasPrefix(own) ? nil : OpenedFile(.host, path)
    }
  }
}
