import Diagnostics
import SystemPackage

extension ElementFile {
  /// The file as it would be with other content; nothing is written.
  package func with(contents: [UInt8]) -> ElementFile {
    var file = self
    file.draft = contents
    file.size = contents.count
    return file
  }

  /// The file as it would be with other permission bits.
  package func with(mode: UInt16) -> ElementFile {
    var file = self
    file.mode = mode
    return file
  }

  /// The file as it would be elsewhere in its element.
  package func moved(to relativePath: FilePath, in element: Element) -> ElementFile {
    var file = self
    file.relativePath = relativePath
    file.components = relativePath.components.map(\.string)
    file.path = element.path.pushing(relativePath)
    return file
  }
}

extension Element {
  /// The element as it would be with these files; its lists are read anew.
  package func with(files: [ElementFile]) -> Element {
    let files = files.sorted { $0.relativePath.precedesInBytes($1.relativePath) }
    return Element(named: name, at: path, files: files, faults: faults)
  }

  /// The element as it would be with other contents of regular files, given by their absolute paths.
  fileprivate func with(_ contents: [FilePath: [UInt8]]) -> Element {
    with(
      files: files.map { file in
        contents[file.path].flatMap { file.isRegular ? file.with(contents: $0) : nil } ?? file
      })
  }

  /// An element in the `test-elements` of another one, with the files that the other one has there.
  package func within(_ parent: Element) -> Element {
    var prefix = path
    guard prefix.removePrefix(parent.path) else { return self }
    let files = parent.files.compactMap { file -> ElementFile? in
      var below = file.relativePath
      return below != prefix && below.removePrefix(prefix) ? file.moved(to: below, in: self) : nil
    }
    return with(files: files)
  }
}

extension ElementTree {
  /// The tree as it would be with other contents of files, given by their absolute paths.
  package func with(_ contents: [FilePath: [UInt8]]) -> ElementTree {
    guard !contents.isEmpty else { return self }
    let revised = (elements.values + shadowed).filter { element in
      contents.keys.contains { $0.starts(with: element.path) }
    }
    return with(revised.map { $0.with(contents) })
  }

  /// The tree with other states of some of its elements.
  package func with(_ elements: [Element]) -> ElementTree {
    let revised = Dictionary(elements.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    return ElementTree(
      searchPath: searchPath, elements: self.elements.mapValues { revised[$0.path] ?? $0 },
      shadowed: shadowed.map { revised[$0.path] ?? $0 })
  }
}
