import ElementModel
import Sandbox
import SystemPackage

/// The hook tree as a hook sees it now: the elements' files, and above them what earlier hooks
/// wrote into the tree.
package struct MergedHookTree: Sendable {
  /// Path in the tree to the file it is copied from.
  private let base: [String: HookTreeItem.Source]
  private let baseNames: [String: [String]]
  /// Directories with changes, the newest first, in overlayfs' form.
  private let changes: [FilePath]
  private let hookNames: HookNames

  /// The tree of `items` with `changes` on top, the newest first.
  package init(
    items: [HookTreeItem], changes: [FilePath], hookNames: HookNames = HookNames()
  ) {
    base = Dictionary(
      items.map { ($0.path, $0.source) }, uniquingKeysWith: { _, last in last })
    baseNames = Dictionary(grouping: items.map { FilePath($0.path) }) {
      $0.removingLastComponent().string
    }.mapValues { $0.compactMap { $0.lastComponent?.string } }
    self.changes = changes
    self.hookNames = hookNames
  }

  /// The same tree below newer changes.
  package func adding(changes newer: FilePath) -> MergedHookTree {
    MergedHookTree(
      base: base, baseNames: baseNames, changes: [newer] + changes, hookNames: hookNames)
  }

  private init(
    base: [String: HookTreeItem.Source], baseNames: [String: [String]], changes: [FilePath],
    hookNames: HookNames
  ) {
    self.base = base
    self.baseNames = baseNames
    self.changes = changes
    self.hookNames = hookNames
  }

  /// The names of the hooks in a directory such as `install.d`, in the order in which they run.
  package func hooks(in directory: String) -> [String] {
    hookNames.accepted(names(in: directory))
      .filter { isExecutable("\(directory)/\($0)") }
      .sorted(by: RunParts.precedes)
  }

  /// The names in `environment.d`, in byte order, which is the order of sourcing.
  package var environmentFiles: [String] {
    names(in: "environment.d").filter { name in
      RunParts.acceptsEnvironment(name) && file(at: "environment.d/\(name)") != nil
    }.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// Whether there is anything in a directory such as `install.d`.
  func hasFiles(in directory: String) -> Bool { !names(in: directory).isEmpty }

  /// Digest of a file's mode and content; nil when there is none.
  package func digest(of path: String) -> ContentDigest? {
    guard let file = file(at: path), let bytes = try? file.contents() else { return nil }
    var builder = ContentDigest.Builder()
    builder.combine("\(file.mode)")
    builder.combine(bytes)
    return builder.digest
  }

  /// The file on disk that is seen at `path`, through links, for messages; nil when there is none.
  package func source(of path: String) -> FilePath? {
    guard case .file(let source)? = file(at: path)?.source else { return nil }
    return FilePath(source)
  }

  /// Every regular file that elements brought.
  package var allFiles: [String] { base.keys.filter { file(at: $0) != nil }.sorted() }

  /// The text of a file in the tree; nil when there is none.
  package func contents(of path: String) -> [UInt8]? {
    file(at: path).flatMap { try? $0.contents() }
  }
}

extension MergedHookTree {
  /// A regular file: on disk, or a text of the builder's own.
  private struct File {
    var source: HookTreeItem.Source
    var mode: UInt32

    func contents() throws(Errno) -> [UInt8] {
      switch source {
      case .file(let path): try FilePath(path).contents()
      case .text(let text): Array(text.utf8)
      }
    }
  }

  private func isExecutable(_ path: String) -> Bool {
    file(at: path).map { $0.mode & 0o111 != 0 } ?? false
  }

  /// All names in a directory of the tree, those of elements and those that hooks added.
  private func names(in directory: String) -> Set<String> {
    var names = Set(baseNames[directory] ?? [])
    for change in changes.reversed() {
      for name in (try? change.appending(directory).children()) ?? [] {
        let status = FileStatus(change.appending(directory).appending(name))
        if status?.isWhiteout == true { names.remove(name) } else { names.insert(name) }
      }
    }
    return names
  }

  /// The regular file at `path`, through links within the tree; eight links at most.
  private func file(at path: String, links: Int = 8) -> File? {
    switch backing(of: path) {
    case nil: nil
    case .text(let text)?: File(source: .text(text), mode: 0o644)
    case .file(let found)?: file(at: path, from: FilePath(found), links: links)
    }
  }

  private func file(at path: String, from found: FilePath, links: Int) -> File? {
    guard links > 0, let status = FileStatus(found) else { return nil }
    if status.kind == .regular {
      return File(source: .file(found.string), mode: status.mode)
    }
    guard let target = found.linkTarget() else { return nil }
    let resolved = FilePath(path).removingLastComponent().pushing(target).lexicallyNormalized()
    guard resolved.isAbsolute || resolved.starts(with: "..") else {
      return file(at: resolved.string, links: links - 1)
    }
    return FileStatus(found, following: true).flatMap {
      $0.kind == .regular ? File(source: .file(found.string), mode: $0.mode) : nil
    }
  }

  private func backing(of path: String) -> HookTreeItem.Source? {
    for change in changes {
      guard let status = FileStatus(change.appending(path)) else { continue }
      return status.isWhiteout ? nil : .file(change.appending(path).string)
    }
    return base[path]
  }
}
