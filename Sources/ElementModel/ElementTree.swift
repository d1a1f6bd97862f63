import Diagnostics
import SystemPackage

/// All elements of a search path, each read once.
public struct ElementTree: Sendable {
  /// The directories that hold elements; earlier ones win.
  public let searchPath: [FilePath]
  /// The elements in use, by name.
  public let elements: [ElementName: Element]
  /// Elements that one of the same name earlier on the search path hides, in search order.
  public let shadowed: [Element]

  /// The elements by name.
  public var sorted: [Element] { elements.values.sorted { $0.name < $1.name } }

  /// The element of that name, if the search path has one.
  public subscript(name: ElementName) -> Element? { elements[name] }

  /// Every element of that name, the one in use first: some steps of a build read hidden ones too.
  public func all(named name: ElementName) -> [Element] {
    (elements[name].map { [$0] } ?? []) + shadowed.filter { $0.name == name }
  }
}

extension ElementTree {
  /// Reads all elements of a search path.
  ///
  /// Every sub-directory is an element. A link to one is named after what it leads to.
  public static func discover(in searchPath: [FilePath]) throws(InputError) -> ElementTree {
    var discovery = ElementDiscovery()
    for entry in searchPath { try discovery.read(entry) }
    return ElementTree(
      searchPath: discovery.directories, elements: discovery.elements,
      shadowed: discovery.shadowed)
  }
}
