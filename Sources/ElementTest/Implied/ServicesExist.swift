import ElementModel
import SystemPackage

/// Every service that a `svc-map` names exists, under its own or its mapped name.
struct ServicesExist: ImpliedAssertion {
  static let name = "mapped services exist"

  func outcome(_ build: BuildFacts, _ probe: any RootfsProbe) async throws -> ImpliedOutcome {
    var violations: [Violation] = []
    for service in try services(of: build) {
      let names = [service.name, service.name(on: build.distribution)]
      var exists = false
      for name in names where !exists { exists = try await self.exists(name, probe) }
      if exists { continue }
      violations.append(
        Violation(
          message: "service `\(service.name)` does not exist", location: service.location,
          expected: Set(names).sorted().joined(separator: " or "), found: "no such unit"))
    }
    return .violations(violations)
  }

  private func services(of build: BuildFacts) throws -> [ServiceMap.Service] {
    try build.elements.elements.flatMap { element in
      guard let file = element.file("svc-map"), file.isRegular else {
        return [ServiceMap.Service]()
      }
      return ServiceMap.parse(try file.contents(), path: file.path).value.services
    }
  }

  /// A unit, a SysV script or an Upstart job; of several names in one text, all of them.
  private func exists(_ names: String, _ probe: any RootfsProbe) async throws -> Bool {
    for name in names.split(separator: " ").map(String.init) {
      let job = FilePath("/etc/init").appending("\(name).conf")
      if try await probe.unitState(of: name) != .notFound { continue }
      if try await probe.file(at: job) == nil { return false }
    }
    return true
  }
}
