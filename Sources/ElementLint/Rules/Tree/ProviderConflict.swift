import Diagnostics
import ElementModel

/// Flags elements whose dependencies provide one name twice.
struct ProviderConflict: TreeRule {
  static let metadata = RuleMetadata(
    code: "DP308",
    name: "provider-conflict",
    severity: .error,
    rationale: """
      Two elements that provide the same name exclude each other. An element that needs both, at
      whatever distance, can never be built.
      """,
    flagged: [
      [
        "«foo/element-deps»": "debian\nfedora\n",
        "debian/element-provides": "operating-system\n",
        "fedora/element-provides": "operating-system\n",
      ]
    ],
    accepted: [
      [
        "foo/element-deps": "debian\n",
        "debian/element-provides": "operating-system\n",
        "fedora/element-provides": "operating-system\n",
      ]
    ],
    suppression: .none)

  func check(_ tree: LintedTree) -> [Finding] {
    tree.elements.flatMap { element in
      conflicts(of: element.name, in: tree)
        .filter { name, _ in !isInherited(name, by: element, in: tree) }
        .map { name, providers in
          finding(
            "the dependencies provide `\(name)` more than once", at: element.dependenciesLocation,
            hint: "keep only one of \(providers.map { "`\($0)`" }.joined(separator: ", "))")
        }
    }
  }

  private func conflicts(
    of element: ElementName, in tree: LintedTree
  ) -> [(name: ElementName, providers: [ElementName])] {
    let closure = tree.graph.closure(of: element)
    return closure.provided
      .map { name, providers in
        // The build drops an element whose name another one provides.
        (name, providers.filter { closure.provided[$0] == nil }.sorted())
      }
      .filter { $0.1.count > 1 }
      .sorted { $0.0 < $1.0 }
  }

  /// Whether a dependency has the same conflict, which is then reported there.
  private func isInherited(_ name: ElementName, by element: LintedElement, in tree: LintedTree)
    -> Bool
  {
    element.dependencies.contains { reference in
      conflicts(of: reference.name, in: tree).contains { $0.name == name }
    }
  }
}
