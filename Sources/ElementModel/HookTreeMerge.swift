import Diagnostics
import SystemPackage

/// A hook tree while elements are added to it.
struct HookTreeMerge {
  private(set) var entries: [FilePath: HookTreeEntry] = [:]

  mutating func add(_ element: Element) throws(InputError) {
    // In byte order a directory stands before what is in it.
    var merged: Set<String> = []
    for file in element.files {
      if file.components.count > 1 {
        if merged.contains(file.components[0]) { try addNested(file, of: element) }
      } else if file.isDirectory {
        guard !["tests", "__pycache__"].contains(file.name) else { continue }
        merged.insert(file.name)
        try add(directory: file, of: element)
      } else if file.isRegular, !file.name.hasSuffix(".pyc") {
        try place(file, of: element)
      }
    }
  }

  private mutating func add(directory: ElementFile, of element: Element) throws(InputError) {
    try place(directory, of: element)
    guard directory.isSymlink else { return }
    // What is behind a link is no part of the element's own files.
    for file in try DirectoryWalk.files(below: directory.path, as: directory.relativePath) {
      try addNested(file, of: element)
    }
  }

  /// Adds what is in a first-level directory, unless it is, or is in, a hidden entry of it.
  private mutating func addNested(_ file: ElementFile, of element: Element) throws(InputError) {
    guard !file.components[1].hasPrefix(".") else { return }
    if file.components.count == 2 { try checkDuplicate(file, of: element) }
    try place(file, of: element)
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
    file.kind == .directory || (file.components.count == 1 && file.isDirectory)
  }
}
