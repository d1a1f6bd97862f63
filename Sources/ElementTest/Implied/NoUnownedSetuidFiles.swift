import SystemPackage

/// Every file that gives its caller another identity comes from a package.
struct NoUnownedSetuidFiles: ImpliedAssertion {
  static let name = "every setuid file is owned by a package"

  private static let setuidOrSetgid: UInt16 = 0o6000

  func outcome(_ build: BuildFacts, _ probe: any RootfsProbe) async throws -> ImpliedOutcome {
    let entries = try await probe.tree().filter {
      $0.kind == .file && $0.mode & Self.setuidOrSetgid != 0
    }
    if entries.isEmpty { return .kept }
    let unowned = try await PackageFileLists(probe).unowned(among: entries.map(\.path))
    return .violations(
      entries.filter { unowned.contains($0.path) }.map {
        let mode = FileFacts.text(ofMode: $0.mode)
        return Violation(
          message: "no package owns `\($0.path)`, whose mode is \(mode)", path: $0.path,
          expected: FileFacts.text(ofMode: $0.mode & ~Self.setuidOrSetgid), found: mode)
      })
  }
}
