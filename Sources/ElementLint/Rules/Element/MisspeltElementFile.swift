import Diagnostics

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
    ],
    accepted: [["foo/element-deps": "bar\n"], ["foo/package-installs.yaml": "vim:\n"]])

  private static let names = [
    "element-deps", "element-provides", "package-installs.json", "package-installs.yaml", "pkg-map",
    "svc-map",
  ]

  func check(_ element: LintedElement) -> [Finding] {
    element.files
      .filter { $0.isTopLevel && !Self.names.contains($0.name) }
      .compactMap { file in
        closestName(to: file.name, among: Self.names).map { name in
          finding(
            "nothing reads `\(file.name)`", at: file.location, hint: "rename it to `\(name)`")
        }
      }
  }
}
