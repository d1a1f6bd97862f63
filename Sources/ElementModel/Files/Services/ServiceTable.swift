import Diagnostics
import SystemPackage

/// The service maps of all elements of a build, put together.
public struct ServiceTable: Sendable, Equatable {
  private var services: [String: Owned] = [:]

  private struct Owned: Sendable, Equatable {
    let service: ServiceMap.Service
    let element: ElementName
  }

  /// A table without any service.
  public init() {}

  /// Puts the maps of the elements together; a service may stand in one of them only.
  public init(of resolved: ResolvedElements) throws(InputError) {
    for element in resolved.elements {
      guard let file = element.file("svc-map"), file.isRegular else { continue }
      let (map, problems) = ServiceMap.parse(try file.contents(), path: file.path)
      if let problem = problems.first(where: \.stopsBuild) { throw problem.inputError }
      try add(map, of: element.name)
    }
  }

  /// Adds the map of an element.
  public mutating func add(_ map: ServiceMap, of element: ElementName) throws(InputError) {
    for service in map.services {
      if let other = services[service.name], other.element != element {
        throw InputError(
          "`\(other.element)` and `\(element)` both map the service `\(service.name)`",
          at: service.location,
          hint: "map it in one of them; the other is \(other.service.location)")
      }
      services[service.name] = Owned(service: service, element: element)
    }
  }

  /// The services that are mapped, with their elements, by name.
  public var owners: [(service: String, element: ElementName)] {
    services.sorted { $0.key < $1.key }.map { ($0.key, $0.value.element) }
  }

  /// What a service is called on a distribution; its own name when no map says.
  public func name(of service: String, on distribution: String) -> String {
    services[service]?.service.name(on: distribution) ?? service
  }
}
