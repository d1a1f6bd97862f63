import Diagnostics
import ElementModel

/// Flags dependencies that lead back to the element that states them.
struct DependencyCycle: TreeRule {
  static let metadata = RuleMetadata(
    code: "DP303",
    name: "dependency-cycle",
    severity: .warning,
    rationale: """
      The builder copes with elements that need each other, but neither can be built or tested
      without the other: they are one element in two directories.
      """,
    flagged: [["foo/element-deps": "«bar»\n", "bar/element-deps": "«foo»\n"]],
    accepted: [["foo/element-deps": "bar\n", "bar/element-deps": "baz\n", "baz/README.rst": ""]],
    suppression: .none)

  func check(_ tree: LintedTree) -> [Finding] {
    tree.elements.flatMap { element in
      element.dependencies
        .filter { $0.name != element.name }
        .compactMap { reference in
          tree.path(from: reference.name, to: element.name).map { path in
            finding(
              "`\(element.name)` needs itself: \(text([element.name] + path))",
              at: reference.location, hint: "drop the dependency that matters least")
          }
        }
    }
  }

  private func text(_ path: [ElementName]) -> String {
    path.map { "`\($0)`" }.joined(separator: " → ")
  }
}
