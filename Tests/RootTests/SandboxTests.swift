import Glibc
import Sandbox
import SystemPackage
import TestSupport
import Testing

@Suite(.requires(.root)) struct SandboxTests {
  @Test func payloadSeesOnlyItsRoot() async throws {
    try await SandboxFixture.with { fixture in
      let (result, lines) = try await run(fixture.spec("ls /; echo $$ >/dev/null; exit 3"))
      #expect(result.termination == .exited(3))
      #expect(
        lines == ["bin", "dev", "etc", "lib", "lib64", "proc", "sbin", "sys", "tmp", "usr"])
    }
  }

  @Test func changesLandInTheUpperDirectory() async throws {
    try await SandboxFixture.with { fixture in
      let (result, _) = try await run(fixture.spec("echo hello >/etc/greeting"))
      #expect(result.termination == .exited(0))
      #expect(fixture.exists("upper/etc/greeting"))
    }
  }

  @Test func upperDirectoryCanBeUsedAgain() async throws {
    try await SandboxFixture.with { fixture in
      for count in 1...20 {
        let (_, lines) = try await run(fixture.spec("echo x >>/etc/log; wc -l </etc/log"))
        #expect(lines == ["\(count)"])
      }
    }
  }

  @Test func hostRootKeepsMountsToItself() async throws {
    try await SandboxFixture.with { fixture in
      var spec = SandboxSpec(root: .host)
      fixture.makeDirectories(["mnt"])
      spec.mounts =
        [.proc, .overlay(fixture.overlay, target: fixture.path("mnt"))]
        + Mount.kernelFileSystems(in: fixture.path("mnt"))
      spec.arguments = [
        "/bin/sh", "-c", "ls \(fixture.path("mnt/dev")); ls /proc | grep -c '^[0-9]'",
      ]
      let (result, lines) = try await run(spec)
      #expect(result.termination == .exited(0))
      #expect(lines.contains("urandom"))
      #expect(!fixture.exists("mnt/etc"))
    }
  }

  @Test func failedStepIsNamed() async throws {
    try await SandboxFixture.with { fixture in
      var spec = fixture.spec("true")
      spec.root = .overlay(Overlay(lower: ["/nowhere", fixture.path("base")]))
      let error = await #expect(throws: SandboxError.self) { try await run(spec) }
      #expect(error?.description == "mount overlay on /: /nowhere: No such file or directory")
    }
  }
}
