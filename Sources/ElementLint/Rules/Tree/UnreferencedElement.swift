import Diagnostics
import Documents
import ElementModel

/// Flags elements that nothing else names.
struct UnreferencedElement: TreeRule {
  static let metadata = RuleMetadata(
    code: "DP315",
    name: "unreferenced-element",
    severity: .info,
    rationale: """
      An element on which no other one depends, and which no test and no README of another one names,
      is built by callers only, or by nobody any more.
      """,
    flagged: [["«foo»/README.rst": "===\nfoo\n===\n", "foo/element-deps": ""]],
    accepted: [
      ["foo/element-deps": "bar\n", "bar/README.rst": "Made for ``foo``.\n"],
      ["foo/tests/boots.yaml": "elements: [debian, foo]\n"],
      ["foo/test-elements/builds/element-deps": "foo\n", "foo/element-deps": ""],
    ],
    suppression: .none,
    isOptIn: true)

  func check(_ tree: LintedTree) -> [Finding] {
    let search = WordSearch(tree.elements.map(\.name.rawValue))
    let mentions = (tree.elements + tree.testElements).map { element in
      (element.name, element.referring.reduce(into: Set()) { $0.formUnion(search.words(in: $1)) })
    }
    var counts = [String: Int]()
    for (element, names) in mentions {
      for name in names where name != element.rawValue { counts[name, default: 0] += 1 }
    }
    return tree.elements
      .filter { counts[$0.name.rawValue] == nil && !$0.isTested }
      .map {
        finding(
          "no other element, test or README names it", at: $0.location,
          hint: "remove it, or test it")
      }
  }
}

extension LintedElement {
  /// The texts that name other elements on purpose.
  fileprivate var referring: [SourceText] {
    files.filter { [.dependencies, .provides, .readme].contains($0.role) || $0.isTestCase }
      .compactMap(\.text)
  }

  /// Whether it has tests of its own.
  fileprivate var isTested: Bool { hasTestElements || files.contains(where: \.isTestCase) }
}
