/// Every package that the elements remove, or need only while building, is gone.
struct PackagesRemoved: ImpliedAssertion {
  static let name = "removed packages are absent"

  func outcome(_ build: BuildFacts, _ probe: any RootfsProbe) async throws -> ImpliedOutcome {
    let expected = try ExpectedPackages(of: build).packages.filter { !$0.isInstalled }
    if expected.isEmpty { return .kept }
    let facts = try await probe.packages()
    let present = expected.filter { !facts.installed(named: $0.name).isEmpty }
    return .violations(
      present.map {
        Violation(
          message: "package `\($0.name)` is still installed", path: facts.path,
          location: $0.location, expected: "not installed", found: "installed")
      })
  }
}
