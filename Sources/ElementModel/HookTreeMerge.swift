import Diagnostics
import SystemPackage

/// A hook tree while elements are added to it.
struct HookTreeMerge {
  private(set) var entries: [FilePath: HookTreeEntry] = [:]

  mutating func add(_ element: Element) throws(InputError) {
    for file in element.files where file.relativePath.components.count == 1 {
      if file.isDirectory {
        guard !["tests", "__pycache__"].contains(file.name) else { continue }
        try add(directory: file, of: element)
      } else if file.isRegular, file.relativePath.extension != "pyc" {
        try place(file, of: element)
      }
    }
  }

  private mutating func add(directory: ElementFile, of element: Element) throws(InputError) {
    try place(directory, of: element)
    for file in try contents(of: directory, element) where !isHiddenHere(file) {
      if file.relativePath.components.count == 2 { try checkDuplicate(file, of: element) }
      try place(file, of: element)
    }
  }

  /// All that is below a first-level directory, also when that is a link.
  private func contents(
    of directory: ElementFile, _ element: Element
  ) throws(InputError) -> [ElementFile] {
    guard directory.isSymlink else {
      return element.files.filter {
        $0.relativePath.starts(with: directory.relativePath) && $0 != directory
      }
    }
    return try DirectoryWalk.files(below: directory.path, as: directory.relativePath)
  }

  /// Whether a file is, or is in, a hidden entry of a first-level directory.
  private func isHiddenHere(_ file: ElementFile) -> Bool {
    file.relativePath.components.dropFirst().first?.string.hasPrefix(".") ?? false
  }

  private func checkDuplicate(_ file: ElementFile, of element: Element) throws(InputError) {
    guard let earlier = entries[file.relativePath], earlier.file.isRegular else { return }
    throw InputError(
      "`\(element.name)` and `\(earlier.element)` both have `\(file.relativePath)`",
      at: SourceLocation(file.path),
      hint: "rename it, or do not use the two together; the other is \(earlier.file.path)")
  }

  private mutating func place(_ file: ElementFile, of element: Element) throws(InputError) {
    let path = file.relativePath
    if let earlier = entries[path], isTree(earlier.file) != isTree(file) {
      throw InputError(
        "`\(path)` is a directory in one of `\(element.name)` and `\(earlier.element)` only",
        at: SourceLocation(file.path),
        hint: "rename it, or do not use the two together; the other is \(earlier.file.path)")
    }
    entries[path] = HookTreeEntry(path: path, element: element.name, file: file)
  }

  /// Whether the hook tree gets a directory for this; deeper links stay links.
  private func isTree(_ file: ElementFile) -> Bool {
    file.kind == .directory || (file.relativePath.components.count == 1 && file.isDirectory)
  }
}
