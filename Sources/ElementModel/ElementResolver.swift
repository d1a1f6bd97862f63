import Diagnostics

/// Finds out which elements a list of elements stands for.
public struct ElementResolver: Sendable {
  private let tree: ElementTree

  /// A resolver for the elements of `tree`.
  public init(_ tree: ElementTree) { self.tree = tree }

  /// The closure of `names` under dependencies, breadth first.
  ///
  /// Names that are provided fall away, whether or not an element of that name exists. Without
  /// `requiringOperatingSystem` a list that brings no distribution is fine too.
  public func resolve(
    _ names: [ElementName], requiringOperatingSystem: Bool = true
  ) throws(ResolutionError) -> ResolvedElements {
    var closure = ElementClosure(tree, requested: names)
    while let name = closure.next() { try closure.visit(name) }
    try closure.checkRequests()
    if requiringOperatingSystem { try closure.checkOperatingSystem() }
    return closure.resolved()
  }
}

/// A closure while it grows.
private struct ElementClosure {
  private let tree: ElementTree
  private let requested: [ElementName]
  /// Everything named so far, in order of discovery; its tail is the queue.
  private var selected: [ElementName] = []
  private var reasons: [ElementName: ResolvedElements.Reason] = [:]
  private var provided: [ElementName: Provision] = [:]
  private var visited = 0

  private struct Provision {
    let provider: ElementName
    let reference: ElementReference
  }

  init(_ tree: ElementTree, requested: [ElementName]) {
    self.tree = tree
    self.requested = requested
    for name in requested { select(name, because: .requested) }
  }

  mutating func next() -> ElementName? {
    guard visited < selected.count else { return nil }
    defer { visited += 1 }
    return selected[visited]
  }

  mutating func visit(_ name: ElementName) throws(ResolutionError) {
    guard provided[name] == nil else { return }
    guard let element = tree[name] else { throw unknown(name) }
    if let fault = element.faults.first { throw .unreadableElement(fault) }
    try recordProvisions(of: element)
    for dependency in element.dependencies where provided[dependency.name] == nil {
      select(dependency.name, because: .dependency(of: name, dependency))
    }
  }

  func checkRequests() throws(ResolutionError) {
    let conflicts = selected.prefix(while: { reasons[$0] == .requested }).compactMap { name in
      provided[name]
        .flatMap { $0.provider == name ? nil : $0 }
        .map {
          ResolutionError.ProvidedRequest(
            name: name, provider: $0.provider, reference: $0.reference)
        }
    }
    guard conflicts.isEmpty else { throw .requestedAndProvided(conflicts) }
  }

  func checkOperatingSystem() throws(ResolutionError) {
    guard provided[.operatingSystem] == nil else { return }
    throw .noOperatingSystem(known: providers(of: .operatingSystem))
  }

  func resolved() -> ResolvedElements {
    ResolvedElements(
      elements: selected.filter { provided[$0] == nil }.compactMap { tree[$0] },
      requested: requested, provided: provided.mapValues(\.provider), reasons: reasons)
  }

  private mutating func select(_ name: ElementName, because reason: ResolvedElements.Reason) {
    guard reasons[name] == nil else { return }
    reasons[name] = reason
    selected.append(name)
  }

  private mutating func recordProvisions(of element: Element) throws(ResolutionError) {
    for reference in element.provides {
      let earlier = provided[reference.name]
      // The same row twice is no conflict.
      if earlier?.provider == element.name { continue }
      if let earlier {
        throw .providedTwice(
          reference.name, first: earlier.provider, second: reference, by: element.name)
      }
      provided[reference.name] = Provision(provider: element.name, reference: reference)
    }
  }

  private func unknown(_ name: ElementName) -> ResolutionError {
    var reference: ElementReference?
    if case .dependency(_, let row) = reasons[name] { reference = row }
    let closest = closestName(to: name.rawValue, among: tree.elements.keys.map(\.rawValue))
    return .unknownElement(
      ResolutionError.UnknownElement(
        name: name, reference: reference, closest: closest.map { ElementName($0) },
        providers: providers(of: name), directories: tree.searchPath.count))
  }

  private func providers(of name: ElementName) -> [ElementName] {
    tree.sorted.filter { $0.provides.contains { $0.name == name } }.map(\.name)
  }
}
