import Diagnostics
import Documents
import ElementModel
import SystemPackage

/// Elements with fixes made to them, in memory.
struct RevisedTree {
  private(set) var tree: ElementTree
  /// In the order in which they have to be made.
  private(set) var renames: [Rename] = []
  /// What the files held whose text is changed, by where they were found.
  private(set) var originals: [FilePath: [UInt8]] = [:]
  /// Where the files were found that are changed in any way.
  private(set) var sources: Set<FilePath> = []
  /// How many fixes have been made.
  private(set) var count = 0
  /// Where the files were found that are to stay as they are.
  private let refused: Set<FilePath>

  /// Nothing is changed yet, and `refused` never will be.
  init(_ tree: ElementTree, without refused: some Sequence<FilePath>) {
    self.tree = tree
    self.refused = Set(refused)
  }

  /// Makes the fixes of findings in this state, but for those that have to wait; whether there was
  /// something to do.
  mutating func make(_ findings: [Finding]) -> Bool {
    var draft = TreeDraft(tree)
    let texts = edit(findings, in: &draft)
    let modes = findings.filter { setMode($0, in: &draft) }
    let names = findings.filter { rename($0, in: &draft) }
    count += modes.count + names.count
    tree = tree.with(draft.changedElements)
    return texts || !modes.isEmpty || !names.isEmpty
  }

  private mutating func edit(_ findings: [Finding], in draft: inout TreeDraft) -> Bool {
    let byPath = Dictionary(grouping: findings.filter { $0.fix?.edits.isEmpty == false }) {
      $0.location.path
    }
    return byPath.reduce(false) { isChanged, entry in
      edit(entry.key, entry.value, in: &draft) || isChanged
    }
  }

  /// Edits one file. At the first time it is only read: the findings may be about what was there
  /// before somebody else changed it.
  private mutating func edit(
    _ path: FilePath, _ findings: [Finding], in draft: inout TreeDraft
  ) -> Bool {
    guard let file = draft[path], file.kind == .regular, mayChange(file) else { return false }
    guard let bytes = file.draft else {
      guard let bytes = try? file.contents() else { return false }
      originals[file.source] = bytes
      draft.replace(file.with(contents: bytes))
      return true
    }
    var edits = EditSet()
    let made = findings.count { edits.add($0.fix?.edits ?? []) }
    let result = edits.applied(to: SourceText(bytes, path: path))
    guard result != bytes else { return false }
    count += made
    sources.insert(file.source)
    draft.replace(file.with(contents: result))
    return true
  }

  private mutating func setMode(_ finding: Finding, in draft: inout TreeDraft) -> Bool {
    guard let isExecutable = finding.fix?.isExecutable,
      let file = draft.regularFile(at: finding.location.path), mayChange(file)
    else { return false }
    let mode = isExecutable ? file.mode | (file.mode & 0o444) >> 2 : file.mode & ~0o111
    guard mode != file.mode else { return false }
    sources.insert(file.source)
    draft.replace(file.with(mode: mode))
    return true
  }

  private mutating func rename(_ finding: Finding, in draft: inout TreeDraft) -> Bool {
    guard let name = finding.fix?.newName, let file = draft[finding.location.path],
      mayChange(file), let rename = draft.rename(finding.location.path, to: name)
    else { return false }
    sources.insert(file.source)
    renames.append(rename)
    return true
  }

  /// A directory stays as it is with whatever is in it.
  private func mayChange(_ file: ElementFile) -> Bool {
    !refused.contains { $0.starts(with: file.source) }
  }
}
