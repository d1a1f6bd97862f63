import Diagnostics
import ElementModel

/// Flags translations of package names that nobody uses.
struct UnusedMapEntry: TreeRule {
  static let metadata = RuleMetadata(
    code: "PK411",
    name: "unused-map-entry",
    severity: .warning,
    rationale: """
      A `pkg-map` translates names that the element's `package-installs` or its hooks use. An entry
      whose name occurs nowhere else is misspelt, or was left behind.
      """,
    flagged: [
      ["foo/pkg-map": "{\"default\": {«\"emacs\"»: \"emacs-nox\"}}\n"],
      [
        "foo/pkg-map": "{\"default\": {\"vim\": \"vim-nox\", «\"emacs\"»: \"emacs-nox\"}}\n",
        "foo/package-installs.yaml": "vim:\n",
      ],
    ],
    accepted: [
      [
        "foo/pkg-map": "{\"default\": {\"vim\": \"vim-nox\", \"grub-amd64\": \"grub\"}}\n",
        "foo/package-installs.yaml": "vim:\n",
        "foo/install.d/50-foo": .executable("#!/bin/bash\ninstall-packages -m foo grub-$ARCH\n"),
      ],
      [
        "foo/pkg-map": "{\"default\": {\"vim\": \"vim-nox\"}}\n",
        "bar/install.d/50-bar": .executable("#!/bin/bash\ninstall-packages -m foo vim\n"),
      ],
    ],
    suppression: .none)

  func check(_ tree: LintedTree) -> [Finding] {
    var maps = tree.elements.compactMap { UnusedEntries(of: $0) }
    let search = WordSearch(maps.map(\.element.rawValue))
    // Others name the element whose map they use.
    for file in maps.isEmpty ? [] : tree.elements.flatMap(\.files) where file.mayInstall {
      let names = file.text.map(search.words) ?? []
      for index in maps.indices where names.contains(maps[index].element.rawValue) {
        maps[index].remove(namesIn: file)
      }
    }
    return maps.flatMap { $0.entries.values.compactMap(unused) }
  }

  private func unused(_ entries: [PackageMap.Entry]) -> Finding? {
    guard let first = entries.first else { return nil }
    let edits = entries.compactMap(\.removal)
    return finding(
      "nothing installs a package by the name `\(first.name)`", at: first.location,
      notes: entries.dropFirst().map { Finding.Note("another entry", at: $0.location) },
      hint: "remove the entry, or correct its name",
      fix: edits.count == entries.count ? Finding.Fix("remove the entry", edits: edits) : nil)
  }
}

/// The entries of an element's map for which no use has been found yet.
private struct UnusedEntries {
  let element: ElementName
  private(set) var entries: [String: [PackageMap.Entry]]
  private let search: WordSearch

  /// What the element does not use itself; nothing when it uses all.
  init?(of element: LintedElement) {
    let packages = Set(element.documents.flatMap(\.packages).map(\.package))
    entries = Dictionary(grouping: element.documents.flatMap(\.translations), by: \.name)
      .filter { !packages.contains($0.key) }
    guard !entries.isEmpty else { return nil }
    self.element = element.name
    search = WordSearch(entries.keys.flatMap { [$0] + Self.beginnings(of: $0) })
    for file in element.files where file.mayInstall { remove(namesIn: file) }
    if entries.isEmpty { return nil }
  }

  /// Removes what the file may install.
  mutating func remove(namesIn file: LintedFile) {
    let words = file.text.map(search.words) ?? []
    guard !words.isEmpty else { return }
    entries = entries.filter { name, _ in
      !words.contains(name) && words.isDisjoint(with: Self.beginnings(of: name))
    }
  }

  /// What a script may write whose variables hold the rest of the name.
  private static func beginnings(of name: String) -> [String] {
    name.indices.filter { name[$0] == "-" || name[$0] == "_" }.map { "\(name[...$0])$" }
  }
}

extension LintedFile {
  /// Whether it may name packages: it is no map and no documentation.
  fileprivate var mayInstall: Bool { role != .packageMap && role != .readme }
}
