import SystemPackage

/// What only the build needed is gone.
struct NoBuildResidue: ImpliedAssertion {
  static let name = "no build residue is left"

  /// The merged hooks, a ban on starting services, the original beside a temporary file.
  private static let paths: [FilePath] = [
    "/tmp/in_target.d", "/usr/sbin/policy-rc.d", "/etc/resolv.conf.ORIG",
  ]
  /// Where the kernel's file systems are mounted while hooks run; nothing of their own is in them.
  private static let mountPoints: [FilePath] = ["/proc", "/sys", "/dev/pts", "/dev/shm"]
  private static let resolverConfiguration: FilePath = "/etc/resolv.conf"

  func outcome(_ build: BuildFacts, _ probe: any RootfsProbe) async throws -> ImpliedOutcome {
    var violations: [Violation] = []
    for path in Self.paths where try await probe.file(at: path) != nil {
      violations.append(Violation(message: "`\(path)` is left from the build", path: path))
    }
    violations += try await mountResidue(probe)
    if try await isHostsResolver(build, probe) {
      let path = Self.resolverConfiguration
      violations.append(Violation(message: "`\(path)` is the build's", path: path))
    }
    return .violations(violations)
  }

  private func mountResidue(_ probe: any RootfsProbe) async throws(ProbeError) -> [Violation] {
    try await probe.tree().filter { entry in
      Self.mountPoints.contains { mountPoint in
        entry.lies(in: mountPoint) && entry.path.removingLastComponent() == mountPoint
      }
    }.map { Violation(message: "`\($0.path)` lies below a mount point", path: $0.path) }
  }

  /// A link is the image's own, wherever it leads.
  private func isHostsResolver(
    _ build: BuildFacts, _ probe: any RootfsProbe
  ) async throws(ProbeError) -> Bool {
    guard let expected = build.host.resolverConfiguration, !expected.isEmpty,
      try await probe.file(at: Self.resolverConfiguration)?.kind == .file
    else { return false }
    return try await probe.contents(of: Self.resolverConfiguration) == expected
  }
}
