import Diagnostics

/// The packages of a whole build, by phase.
public struct PackageSelection: Sendable, Equatable, Codable {
  /// By the name of the phase directory; names that are no phase are never executed.
  public private(set) var phases: [String: Phase] = [:]

  /// Nothing selected yet.
  public init() {}

  /// The packages of one phase, in the order in which they were found.
  public struct Phase: Sendable, Equatable, Codable {
    /// Installed when the phase begins.
    public internal(set) var install: [Package] = []
    /// Removed when the phase ends.
    public internal(set) var uninstall: [Package] = []
  }

  /// A package by the name that an element uses, and that element, whose `pkg-map` applies.
  public struct Package: Sendable, Hashable, Codable {
    /// The name before `pkg-map`.
    public let name: String
    /// The element that asks for it.
    public let element: ElementName
  }

  /// Adds what an element asks for. Order matters: see `add(_:of:in:)` for entries.
  public mutating func add(
    _ installs: PackageInstalls, of element: ElementName, in context: PackageContext
  ) throws(InputError) {
    for entry in installs.entries {
      let package = Package(name: entry.package, element: element)
      // The reference implementation does so before it looks at the entry's filters.
      if entry.action == .install { phases[entry.phase]?.keepInstalled(package.name) }
      guard try context.allows(entry, of: element) else { continue }
      phases[entry.phase, default: Phase()].add(package, entry.action)
    }
  }
}

extension PackageSelection {
  /// What all elements of a build ask for.
  ///
  /// As in the reference implementation, elements that the search path hides contribute too.
  public init(
    of resolved: ResolvedElements, in tree: ElementTree, _ context: PackageContext
  ) throws(InputError) {
    self.init()
    for element in resolved.elements.flatMap({ tree.all(named: $0.name) }) {
      let (installs, problems) = try PackageInstalls.read(from: element)
      if let problem = problems.first(where: \.stopsBuild) { throw problem.inputError }
      try add(installs, of: element.name, in: context)
    }
  }
}

extension PackageSelection.Phase {
  fileprivate mutating func add(
    _ package: PackageSelection.Package, _ action: PackageInstalls.Action
  ) {
    let staysInstalled =
      install.contains { $0.name == package.name }
      && !uninstall.contains { $0.name == package.name }
    switch action {
    case .install: append(package, to: \.install)
    case .uninstall: if !staysInstalled { append(package, to: \.uninstall) }
    case .buildOnly:
      append(package, to: \.install)
      if !staysInstalled { append(package, to: \.uninstall) }
    }
  }

  fileprivate mutating func keepInstalled(_ name: String) {
    uninstall.removeAll { $0.name == name }
  }

  private mutating func append(
    _ package: PackageSelection.Package,
    to list: WritableKeyPath<Self, [PackageSelection.Package]>
  ) {
    if !self[keyPath: list].contains(package) { self[keyPath: list].append(package) }
  }
}
