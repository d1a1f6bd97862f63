import Glibc
import Sandbox
import SystemPackage
import TestSupport
import Testing

@Suite(.requires(.root), .requires(.userNamespaces)) struct SandboxUserNamespaceTests {
  private let mapping = UserMapping(
    users: [.init(inside: 0, outside: 100_000, count: 65_536)],
    groups: [.init(inside: 0, outside: 100_000, count: 65_536)])

  /// Gives the fixture's directories to the mapping's root, as unpacking inside it would have done.
  private func handOver(_ fixture: SandboxFixture) {
    for name in ["", "upper", "work", "base", "base/etc", "base/tmp"] {
      chown(fixture.path(name).string, 100_000, 100_000)
    }
  }

  @Test func overlayBelongsToTheMappedRoot() async throws {
    try await SandboxFixture.with { fixture in
      handOver(fixture)
      let script = """
        id -u; id -G; echo x >/etc/file; chown 5:5 /etc/file; stat -c %u:%g /etc/file
        echo >/dev/null && ls /proc | grep -cx 1 && touch /sys/x 2>/dev/null || echo read-only
        """
      var spec = fixture.spec(script)
      spec.userMapping = mapping
      let (result, lines) = try await run(spec)
      #expect(result.termination == .exited(0))
      #expect(lines == ["0", "0", "5:5", "1", "read-only"])
      let status = try #require(FileStatus(fixture.path("upper/etc/file")))
      #expect(status.userID == 100_005)
    }
  }

  @Test func impossibleMappingIsAnError() async throws {
    var spec = SandboxSpec(root: .host, arguments: ["/bin/true"])
    let none = UserMapping.Range(inside: 0, outside: 1, count: 0)
    spec.userMapping = UserMapping(users: [none], groups: [none])
    let error = await #expect(throws: SandboxError.self) { try await run(spec) }
    #expect(error?.action == .mapUsers)
  }
}
