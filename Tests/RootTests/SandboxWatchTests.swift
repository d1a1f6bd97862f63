import Sandbox
import SystemPackage
import TestSupport
import Testing

@Suite(.requires(.root), .requires(.fanotify)) struct SandboxWatchTests {
  @Test func openedFilesOfAWatchedMountAreReported() async throws {
    try await SandboxFixture.with { fixture in
      fixture.makeDirectories(["hooks", "hooks/sub"])
      for name in ["read", "unread", "sub/file"] { try fixture.write("x\n", to: "hooks/\(name)") }
      var spec = fixture.spec(
        "cat /tmp/hooks/read /tmp/hooks/read /tmp/hooks/sub/file; ls /tmp/hooks/sub",
        mounts: [.bind(source: fixture.path("hooks"), target: "/tmp/hooks", mountPoint: .temporary)]
      )
      spec.watchedMounts = ["/tmp/hooks"]
      let (result, _) = try await run(spec)
      #expect(
        result.openedFiles == ["/tmp/hooks/read", "/tmp/hooks/sub", "/tmp/hooks/sub/file"])
    }
  }

  @Test func overlayRootCanBeWatched() async throws {
    try await SandboxFixture.with { fixture in
      try fixture.write("x\n", to: "base/etc/read")
      var spec = fixture.spec("cat /etc/read")
      spec.watchedMounts = ["/"]
      let (result, _) = try await run(spec)
      #expect(result.openedFiles == ["/etc/read"])
    }
  }

  @Test func nothingIsReportedUnasked() async throws {
    try await SandboxFixture.with { fixture in
      let (result, _) = try await run(fixture.spec("cat /etc/passwd"))
      #expect(result.openedFiles == nil)
    }
  }
}
