import ElementModel
import SystemPackage

/// Sorts the files that the kernel reports as opened into the hook tree's and the host's.
struct OpenedFiles {
  private let workspace: BuildWorkspace

  init(_ build: OpenBuild) { workspace = build.workspace }

  /// Files of the workspace itself, the rootfs among them, are left out: earlier layers decide
  /// what is in them.
  func sort(_ paths: [FilePath]) -> [OpenedFile] {
    paths.compactMap { path in
      for tree in [workspace.hookTree, "/tmp/in_target.d"] {
        var relative = path
        if relative.removePrefix(tree) { return OpenedFile(.hookTree, relative.string) }
      }
      return path.starts(with: workspace.path) ? nil : OpenedFile(.host, path.string)
    }
  }
}
