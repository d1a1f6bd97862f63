import Glibc
import Sandbox
import SystemPackage
import TestSupport
import Testing

@Suite(.requires(.root)) struct FileTreeRemovalTests {
  @Test func workDirectoryOfAnOverlayIsRemoved() async throws {
    try await SandboxFixture.with { fixture in
      _ = try await run(fixture.spec("echo x >/etc/file; rm -r /tmp; mknod /etc/p p"))
      for name in ["upper", "work", "base"] {
        try FileTree.remove(fixture.path(name))
        #expect(!fixture.exists(name))
      }
    }
  }

  @Test func whatIsMountedInsideStays() async throws {
    try await SandboxFixture.with { fixture in
      fixture.makeDirectories(["tree", "tree/sub", "other"])
      try fixture.write("precious", to: "other/file")
      let (source, target) = (fixture.path("other").string, fixture.path("tree/sub").string)
      #expect(mount(source, target, nil, UInt(MS_BIND), nil) == 0)
      #expect(throws: Errno.resourceBusy) { try FileTree.remove(fixture.path("tree")) }
      #expect(umount(target) == 0)
      #expect(fixture.exists("other/file"))
      try FileTree.remove(fixture.path("tree"))
      #expect(!fixture.exists("tree"))
    }
  }

  @Test func linksAreNotFollowed() async throws {
    try await SandboxFixture.with { fixture in
      fixture.makeDirectories(["tree", "other"])
      try fixture.write("precious", to: "other/file")
      symlink(fixture.path("other").string, fixture.path("tree/link").string)
      symlink(fixture.path("other").string, fixture.path("link").string)
      try FileTree.remove(fixture.path("tree"))
      try FileTree.remove(fixture.path("link"))
      try FileTree.remove(fixture.path("nothing"))
      #expect(fixture.exists("other/file") && !fixture.exists("tree") && !fixture.exists("link"))
    }
  }

  @Test func deepTreeIsRemoved() async throws {
    try await SandboxFixture.with { fixture in
      var path = fixture.path("deep")
      for _ in 0..<400 {
        mkdir(path.string, 0o755)
        path.append("ddddddd")
      }
      try FileTree.remove(fixture.path("deep"))
      #expect(!fixture.exists("deep"))
    }
  }
}
