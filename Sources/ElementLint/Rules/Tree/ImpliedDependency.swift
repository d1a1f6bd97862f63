import Diagnostics
import ElementModel

/// Flags dependencies that another dependency brings anyway.
struct ImpliedDependency: TreeRule {
  static let metadata = RuleMetadata(
    code: "DP312",
    name: "implied-dependency",
    severity: .info,
    rationale: """
      An element that a dependency needs itself is in the build without being named. Naming it is
      harmless, and right where this element uses it too; long lists hide what matters.
      """,
    flagged: [
      [
        "foo/element-deps": "bar\n«baz»\n", "bar/element-deps": "baz\n", "baz/README.rst": "",
      ]
    ],
    accepted: [
      ["foo/element-deps": "bar\nbaz\n", "bar/README.rst": "", "baz/README.rst": ""],
      ["foo/element-deps": "bar\nbaz\n", "bar/element-deps": "baz\n", "baz/element-deps": "bar\n"],
    ],
    suppression: .none,
    isOptIn: true)

  func check(_ tree: LintedTree) -> [Finding] {
    tree.elements.flatMap { element in
      element.dependencies.compactMap { reference in
        source(of: reference.name, for: element, in: tree).map { other in
          finding(
            "`\(other)` needs `\(reference.name)` anyway", at: reference.location,
            hint: "remove the line unless this element uses it",
            fix: removal(of: reference))
        }
      }
    }
  }

  /// Another dependency that brings the element; of two that need each other, neither counts.
  private func source(
    of name: ElementName, for element: LintedElement, in tree: LintedTree
  ) -> ElementName? {
    guard name != element.name else { return nil }
    return element.dependencies.map(\.name).first { other in
      other != name && other != element.name
        && tree.graph.closure(of: other).elements.contains(name)
        && !tree.graph.closure(of: name).elements.contains(other)
    }
  }

  private func removal(of reference: ElementReference) -> Finding.Fix? {
    Finding.Edit(removingLineOf: reference.location)
      .map { Finding.Fix("remove the line", edits: [$0], isSafe: false) }
  }
}
