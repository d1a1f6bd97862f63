import SystemPackage

/// Every package is either installed and configured, or gone.
struct PackageDatabaseConsistent: ImpliedAssertion {
  static let name = "the package database is consistent"

  /// Where dpkg notes what it has not yet written into its database.
  private static let journal: FilePath = "/var/lib/dpkg/updates"

  func outcome(_ build: BuildFacts, _ probe: any RootfsProbe) async throws -> ImpliedOutcome {
    let facts = try await probe.packages()
    let packages = facts.packages.filter { !$0.isConsistent }.map {
      Violation(
        message: "package `\($0.name)` is left as `\($0.status)`", path: facts.path,
        expected: "install ok installed", found: $0.status)
    }
    return .violations(try await packages + interruptedUpdates(probe))
  }

  private func interruptedUpdates(
    _ probe: any RootfsProbe
  ) async throws(ProbeError) -> [Violation] {
    let names = try await probe.entries(of: Self.journal) ?? []
    // dpkg leaves this one when nothing is pending.
    return names.filter { $0 != "tmp.i" }.map {
      Violation(
        message: "dpkg was interrupted: `\(Self.journal.appending($0))` is left",
        path: Self.journal.appending($0))
    }
  }
}
