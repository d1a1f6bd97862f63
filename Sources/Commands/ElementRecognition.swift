import ElementModel
import Sandbox
import SystemPackage

extension FilePath {
  /// Whether the directory is an element rather than a folder of elements: it holds what only
  /// elements have. A README will do, unless there are elements below, which it is then about.
  var isElement: Bool {
    let names = (try? children()) ?? []
    if names.contains(where: marksElement) { return true }
    return names.contains("README.rst") && !names.contains { appending($0).holdsMarkers }
  }

  private var holdsMarkers: Bool { ((try? children()) ?? []).contains(where: marksElement) }
}

/// Whether a file of this name makes its directory an element.
private func marksElement(_ name: String) -> Bool {
  elementFiles.contains(name) || HookPhase(rawValue: name) != nil
    || name.hasPrefix("source-repository-")
}

private let elementFiles: Set = [
  "element-deps", "element-provides", "environment.d", "package-installs.json",
  "package-installs.yaml", "pkg-map", "svc-map",
]
