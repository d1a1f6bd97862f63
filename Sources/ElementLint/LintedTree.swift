import ElementModel

/// All elements of a search path, as the rules that compare them see them.
struct LintedTree: Sendable {
  let tree: ElementTree
  /// In order of their names; shadowed ones not among them.
  let elements: [LintedElement]
  /// The elements in other elements' `test-elements`; several may have the same name.
  let testElements: [LintedElement]
  let graph: DependencyGraph
  private let testNames: Set<ElementName>
  private let index: [ElementName: LintedElement]

  init(tree: ElementTree, elements: [LintedElement], testElements: [LintedElement]) {
    self.tree = tree
    self.elements = elements
    self.testElements = testElements
    testNames = Set(testElements.map(\.name))
    index = Dictionary(elements.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    graph = DependencyGraph(tree, distributions: elements.filter(\.isDistribution).map(\.name))
  }

  /// The element of that name, unless it is a test element.
  subscript(name: ElementName) -> LintedElement? { index[name] }

  /// Whether some element, be it a test element, is called or provides `name`.
  func isKnown(_ name: ElementName) -> Bool {
    graph.isKnown(name) || testNames.contains(name)
  }

  /// The names that `element-deps` may hold: of elements, and what they provide.
  var knownNames: [String] {
    (Array(tree.elements.keys) + Array(graph.providers.keys)).map(\.rawValue)
  }
}

extension LintedTree {
  /// The shortest way along dependencies, both ends included; nil when there is none.
  func path(from start: ElementName, to end: ElementName) -> [ElementName]? {
    var cameFrom: [ElementName: ElementName] = [start: start]
    var queue = [start]
    var next = 0
    while next < queue.count, queue[next] != end {
      for reference in tree[queue[next]]?.dependencies ?? [] where cameFrom[reference.name] == nil {
        cameFrom[reference.name] = queue[next]
        queue.append(reference.name)
      }
      next += 1
    }
    guard next < queue.count else { return nil }
    let way = sequence(first: end) { $0 == start ? nil : cameFrom[$0] }
    return way.reversed()
  }
}
