/// Every package that the elements ask for is installed, under the name that `pkg-map` gives it.
struct PackagesInstalled: ImpliedAssertion {
  static let name = "packages are installed"

  func outcome(_ build: BuildFacts, _ probe: any RootfsProbe) async throws -> ImpliedOutcome {
    let expected = try ExpectedPackages(of: build).packages.filter(\.isInstalled)
    if expected.isEmpty { return .kept }
    let facts = try await probe.packages()
    let missing = expected.filter {
      // A name may be one that several packages provide.
      facts.installed(named: $0.name).isEmpty && facts.providers(of: $0.name).isEmpty
    }
    return .violations(
      missing.map {
        Violation(
          message: "package `\($0.name)` is not installed", path: facts.path,
          location: $0.location, expected: "installed", found: "not installed")
      })
  }
}
