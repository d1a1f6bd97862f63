import Diagnostics
import ElementModel
import SystemPackage

/// Flags files whose names are close to one that the builder reads.
struct MisspeltElementFile: ElementRule {
  static let metadata = RuleMetadata(
    code: "DP310",
    name: "misspelt-element-file",
    severity: .error,
    rationale: """
      The builder reads the files of an element by their exact names and ignores all others without a
      word, so a list in `element-dep` has no effect.
      """,
    flagged: [
      ["foo/«elements-deps»": "bar\n"],
      ["foo/«element-provide»": "bar\n"],
      ["foo/«package-installs.yml»": "vim:\n"],
      ["foo/«pkg-map.json»": "{}\n"],
      ["foo/«source-repositories-foo»": "foo git /opt/foo https://example.com/foo.git v1\n"],
    ],
    accepted: [
      ["foo/element-deps": "bar\n"], ["foo/package-installs.yaml": "vim:\n"],
      ["foo/element-deps~": "bar\n", "foo/pkg-map.orig": "{}\n"],
      ["foo/source-repositories-lib/fetch": "bar\n"],
    ],
    suppression: .none)

  private static let names = [
    "element-deps", "element-provides", "package-installs.json", "package-installs.yaml", "pkg-map",
    "svc-map",
  ]

  func check(_ element: LintedElement) -> [Finding] {
    element.files
      .filter { $0.isTopLevel && !$0.file.isDirectory && !isLeftover($0.name) }
      .compactMap { file in
        guard !Self.names.contains(file.name), let name = intended(by: file.name) else {
          return nil
        }
        return finding(
          "nothing reads `\(file.name)`", at: file.location, hint: "rename it to `\(name)`",
          fix: .renaming(file, to: name, in: element))
      }
  }

  /// Whether an editor, a merge or a patch left the file behind.
  private func isLeftover(_ name: String) -> Bool {
    ["~", ".orig", ".bak", ".rej", ".swp"].contains { name.hasSuffix($0) }
  }

  private func intended(by name: String) -> String? {
    if let stem = FilePath(name).stem, Self.names.contains(stem) { return stem }
    let words = name.split(separator: "-", maxSplits: 2)
    let start = words.prefix(2).joined(separator: "-")
    if words.count == 3, start != "source-repository",
      closestName(to: start, among: ["source-repository"]) != nil
    {
      return "source-repository-\(words[2])"
    }
    return closestName(to: name, among: Self.names)
  }
}
