import ElementModel

/// Who depends on whom and who provides what, over all elements of a tree.
struct DependencyGraph: Sendable {
  private let tree: ElementTree
  /// Name to the elements whose `element-provides` lists it, in order of name.
  let providers: [ElementName: [ElementName]]
  private let closures: [ElementName: Closure]
  /// Element to the distributions whose builds always hold it, if any do.
  private let holders: [ElementName: Set<ElementName>]

  /// What building one element brings along.
  struct Closure: Sendable {
    /// The element and all that it depends on, directly or not, as far as they exist.
    var elements: Set<ElementName> = []
    /// Provided names, each with the elements of the closure that provide it.
    var provided: [ElementName: Set<ElementName>] = [:]
  }

  private let distributions: Set<ElementName>

  /// The graph of the tree's elements, of which `distributions` say what the image is of.
  init(_ tree: ElementTree, distributions: [ElementName]) {
    self.tree = tree
    self.distributions = Set(distributions)
    var providers = [ElementName: [ElementName]]()
    for element in tree.elements.values.sorted(by: { $0.name < $1.name }) {
      for reference in element.provides {
        providers[reference.name, default: []].append(element.name)
      }
    }
    self.providers = providers
    let closures = tree.elements.mapValues { Self.closure(of: $0, in: tree) }
    self.closures = closures
    holders = distributions.reduce(into: [:]) { holders, distribution in
      for element in closures[distribution]?.elements ?? [] {
        holders[element, default: []].insert(distribution)
      }
    }
  }

  /// What building `name` brings along; nothing when there is no such element.
  func closure(of name: ElementName) -> Closure { closures[name] ?? Closure() }

  /// The other elements whose builds always hold `name`.
  func dependants(of name: ElementName) -> [ElementName] {
    closures.filter { $0.key != name && $0.value.elements.contains(name) }.map(\.key)
  }

  /// Whether some element is called, or provides, `name`.
  func isKnown(_ name: ElementName) -> Bool {
    tree.elements[name] != nil || providers[name] != nil
  }

  /// Whether the element says what distribution the image is of.
  func isOfDistribution(_ name: ElementName) -> Bool { distributions.contains(name) }

  /// Whether one build can hold both elements: no name would be provided twice, and they are not of
  /// different distributions.
  func canMeet(_ left: ElementName, _ right: ElementName) -> Bool {
    let (one, other) = (closure(of: left), closure(of: right))
    if one.provided[right] != nil || other.provided[left] != nil { return false }
    if let ours = holders[left], let theirs = holders[right], ours.isDisjoint(with: theirs),
      !alwaysMeet(left, right)
    {
      return false
    }
    return one.provided.allSatisfy { name, providers in
      other.provided[name].map { $0.union(providers).count == 1 } ?? true
    }
  }

  /// Whether a build of one element always holds the other, or a third one always holds both.
  func alwaysMeet(_ left: ElementName, _ right: ElementName) -> Bool {
    closures.values.contains { $0.elements.contains(left) && $0.elements.contains(right) }
  }

  private static func closure(of element: Element, in tree: ElementTree) -> Closure {
    var closure = Closure()
    var queue = [element]
    while let next = queue.popLast() {
      guard closure.elements.insert(next.name).inserted else { continue }
      for reference in next.provides {
        closure.provided[reference.name, default: []].insert(next.name)
      }
      queue += next.dependencies.compactMap { tree.elements[$0.name] }
    }
    return closure
  }
}
