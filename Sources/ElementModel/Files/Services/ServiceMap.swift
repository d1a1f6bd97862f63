import Diagnostics
import SystemPackage

/// What a `svc-map` translates service names to.
public struct ServiceMap: Sendable, Equatable {
  /// In the order of the file.
  public let services: [Service]

  /// A map of these services.
  public init(services: [Service] = []) { self.services = services }

  /// A service and its names.
  public struct Service: Sendable, Equatable {
    /// The name that elements use.
    public let name: String
    /// Real names by distribution, family or `default`.
    public let names: [String: String]
    /// The key.
    public let location: SourceLocation
    /// What takes the service out of the file, if that can be done.
    public let removal: Finding.Edit?

    /// What the service is called on a distribution; its own name when the map does not say.
    public func name(on distribution: String) -> String {
      let family = Distributions.serviceFamilies[distribution]
      return names[distribution] ?? family.flatMap { names[$0] } ?? names["default"] ?? name
    }
  }

  /// Reads a file.
  public static func parse(
    _ bytes: [UInt8], path: FilePath
  ) -> (value: ServiceMap, problems: [FormatProblem]) {
    var parser = ServiceMapParser(path)
    let services = parser.services(of: bytes)
    return (ServiceMap(services: services), parser.problems)
  }
}
