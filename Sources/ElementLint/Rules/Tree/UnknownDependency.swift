import Diagnostics
import ElementModel

/// Flags dependencies that no element can satisfy.
struct UnknownDependency: TreeRule {
  static let metadata = RuleMetadata(
    code: "DP301",
    name: "unknown-dependency",
    severity: .error,
    rationale: """
      Every name in `element-deps` must be an element on the search path, or be provided by one. The
      build stops at any other name.
      """,
    flagged: [
      ["foo/element-deps": "«bax»\n", "bar/README.rst": ""],
      ["foo/element-deps": "«bar»\n", "foo/test-elements/bar/element-deps": "foo\n"],
    ],
    accepted: [
      ["foo/element-deps": "bar\n", "bar/README.rst": ""],
      ["foo/element-deps": "operating-system\n", "os/element-provides": "operating-system\n"],
    ],
    suppression: .none)

  func check(_ tree: LintedTree) -> [Finding] {
    unknown(in: tree.elements, of: tree, isKnown: tree.graph.isKnown)
      + unknown(in: tree.testElements, of: tree, isKnown: tree.isKnown)
  }

  private func unknown(
    in elements: [LintedElement], of tree: LintedTree, isKnown: (ElementName) -> Bool
  ) -> [Finding] {
    elements.flatMap(\.dependencies)
      .filter { $0.isWellFormed && !isKnown($0.name) }
      .map { reference in
        finding(
          "no element on the search path is called or provides `\(reference.name)`",
          at: reference.location, hint: hint(for: reference.name, in: tree))
      }
  }

  private func hint(for name: ElementName, in tree: LintedTree) -> String {
    closestName(to: name.rawValue, among: tree.knownNames)
      .map { "did you mean `\($0)`?" } ?? "add its directory to `ELEMENTS_PATH`"
  }
}
