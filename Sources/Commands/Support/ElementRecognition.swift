import ElementModel
import Sandbox
import SystemPackage

extension FilePath {
  /// Whether the directory is an element rather than a folder of elements: it holds what only
  /// elements have. A README will do, unless there are elements below, which it is then about.
  var isElement: Bool {
    let names = (try? children()) ?? []
    if names.contains(where: { appending($0).marksElement }) { return true }
    return names.contains("README.rst") && !names.contains { appending($0).holdsElementMarks }
  }

  private var holdsElementMarks: Bool {
    ((try? children()) ?? []).contains { appending($0).marksElement }
  }

  /// Whether the file or directory makes the one that holds it an element. There are elements called
  /// `pkg-map` and `svc-map`, so the kind matters.
  private var marksElement: Bool {
    let name = lastComponent?.string ?? ""
    if name == "environment.d" || HookPhase(rawValue: name) != nil {
      return FileStatus(self, following: true)?.kind == .directory
    }
    guard elementFiles.contains(name) || name.hasPrefix("source-repository-") else { return false }
    return FileStatus(self, following: true)?.kind == .regular
  }
}

private let elementFiles: Set = [
  "element-deps", "element-provides", "package-installs.json", "package-installs.yaml", "pkg-map",
  "svc-map",
]
