import ElementModel
import SystemPackage

/// Things that elements have from each other, by name: programs, variables.
struct SharedThings: Sendable {
  /// Name to the elements that bring it.
  private let owners: [String: Set<ElementName>]
  private let graph: DependencyGraph

  init(_ owners: [String: Set<ElementName>], _ graph: DependencyGraph) {
    self.owners = owners
    self.graph = graph
  }

  /// The elements that bring the thing.
  func owners(of name: String) -> Set<ElementName> { owners[name] ?? [] }

  /// Whether builds that hold the element hold one that brings the thing: the element needs it, all
  /// elements do that need this one, or it is a matter of operating systems.
  func isBrought(_ name: String, toBuildsOf element: ElementName) -> Bool {
    let owners = owners(of: name)
    func holdsOwner(_ element: ElementName) -> Bool {
      !graph.closure(of: element).elements.isDisjoint(with: owners)
    }
    if holdsOwner(element) { return true }
    let users = graph.dependants(of: element)
    if !users.isEmpty, users.allSatisfy(holdsOwner) { return true }
    let systems = graph.providers[.operatingSystem] ?? []
    return systems.count(where: holdsOwner) * 2 > systems.count
      || owners.allSatisfy(graph.isOfDistribution)
  }
}

extension LintedTree {
  /// The programs that elements bring in their `bin`.
  var programs: SharedThings {
    things { element in
      element.files.filter { $0.isExecutable && $0.isHelper }.map(\.name)
    }
  }

  /// The variables that environment files give to hooks.
  var exportedVariables: SharedThings {
    things { element in element.environmentFiles.flatMap { $0.variables.exported } }
  }

  private func things(_ names: (LintedElement) -> [String]) -> SharedThings {
    var owners = [String: Set<ElementName>]()
    for element in elements {
      for name in names(element) { owners[name, default: []].insert(element.name) }
    }
    return SharedThings(owners, graph)
  }
}

extension LintedElement {
  /// Its scripts in `environment.d`.
  var environmentFiles: [LintedScript] { scripts.filter { $0.file.role == .environment } }

  /// Its scripts that a phase runs.
  var hooks: [LintedScript] { scripts.filter { $0.phase != nil && $0.file.isRunnableHook } }
}

extension LintedFile {
  /// Whether it lies in the element's `bin`, which is in the `PATH` of hooks.
  var isHelper: Bool {
    relativePath.components.first?.string == "bin" && relativePath.components.count == 2
  }
}
