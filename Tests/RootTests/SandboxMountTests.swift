import Glibc
import Sandbox
import SystemPackage
import TestSupport
import Testing

@Suite(.requires(.root)) struct SandboxMountTests {
  @Test func kernelFileSystemsLookAsInAContainer() async throws {
    try await SandboxFixture.with { fixture in
      let script = """
        echo null >/dev/null && stat -c %a /dev/null
        test -c /dev/pts/ptmx && test -e /dev/ptmx && echo terminals
        test -d /dev/shm -a -L /dev/fd && echo memory
        ls -d /proc/[0-9]* | wc -l
        touch /sys/here 2>/dev/null || echo read-only
        """
      let (_, lines) = try await run(fixture.spec(script))
      #expect(lines == ["666", "terminals", "memory", "4", "read-only"])
    }
  }

  @Test func overlayMayHave180Layers() async throws {
    try await SandboxFixture.with { fixture in
      let names = (1...180).map { "layer-with-a-long-name,and:odd-letters-\($0)" }
      fixture.makeDirectories(names)
      for name in names { try fixture.write(name, to: "\(name)/\(name)") }
      var spec = fixture.spec("ls / | grep -c layer; cat /layer*-97")
      spec.root = .overlay(
        Overlay(
          lower: names.map(fixture.path) + [fixture.path("base")], upper: fixture.path("upper"),
          work: fixture.path("work")))
      let (_, lines) = try await run(spec)
      #expect(lines == ["180", "layer-with-a-long-name,and:odd-letters-97"])
    }
  }

  @Test func layersOnSeveralFileSystemsAreOneDevice() async throws {
    try await TemporaryDirectory.with(in: "/dev/shm", prefix: "tie-check-test-") { memory in
      try await SandboxFixture.with { fixture in
        try memory.appending("in-memory").write([])
        var spec = fixture.spec(
          "touch /new; stat --format %d / /etc /in-memory /new | sort -u | wc -l")
        spec.root = .overlay(
          Overlay(
            lower: [memory, fixture.path("base")], upper: fixture.path("upper"),
            work: fixture.path("work")))
        let (_, lines) = try await run(spec)
        #expect(lines == ["1"])
      }
    }
  }

  @Test func overlayWithoutUpperIsReadOnly() async throws {
    try await SandboxFixture.with { fixture in
      for lower in [[fixture.path("base")], [fixture.path("upper"), fixture.path("base")]] {
        var spec = fixture.spec("touch /etc/new 2>&1 || exit 7")
        spec.root = .overlay(Overlay(lower: lower))
        let (result, _) = try await run(spec)
        #expect(result.termination == .exited(7))
      }
    }
  }

  @Test func temporaryMountPointIsMadeAndRemoved() async throws {
    try await SandboxFixture.with { fixture in
      fixture.makeDirectories(["hooks"])
      try fixture.write("from the tree\n", to: "hooks/hook")
      let overlay = Overlay(lower: [fixture.path("hooks")])
      let mount = Mount.overlay(overlay, target: "/tmp/in_target.d", mountPoint: .temporary)
      let script = "cat /tmp/in_target.d/hook; touch /tmp/in_target.d/x || sleep 100 &"
      let (result, lines) = try await run(fixture.spec(script, mounts: [mount]))
      #expect(result.termination == .exited(0))
      #expect(lines.first == "from the tree")
      #expect(fixture.exists("upper/tmp"))
      #expect(!fixture.exists("upper/tmp/in_target.d"))
    }
  }

  @Test func temporaryMountPointMustNotExist() async throws {
    try await SandboxFixture.with { fixture in
      fixture.makeDirectories(["base/tmp/in_target.d"])
      let mount = Mount.bind(source: "/usr", target: "/tmp/in_target.d", mountPoint: .temporary)
      let spec = fixture.spec("true", mounts: [mount])
      let error = await #expect(throws: SandboxError.self) { try await run(spec) }
      #expect(error?.reason == .fileExists)
      #expect(error?.description == "bind /usr on /tmp/in_target.d: File exists")
    }
  }

  @Test func missingMountPointsAreMade() async throws {
    try await SandboxFixture.with { fixture in
      try fixture.write("text\n", to: "file")
      let mounts = [
        Mount.bind(source: fixture.path("file"), target: "/a/b/file", mountPoint: .created),
        Mount.tmpfs(target: "/c/d/", mountPoint: .created),
      ]
      let (_, lines) = try await run(
        fixture.spec("cat /a/b/file; findmnt -no FSTYPE /c/d", mounts: mounts))
      #expect(lines == ["text", "tmpfs"])
      #expect(fixture.exists("upper/a/b/file"))
    }
  }

  @Test func symbolicLinkCannotLeadAMountOutOfTheRoot() async throws {
    try await SandboxFixture.with { fixture in
      fixture.makeDirectories(["victim", "mnt"])
      symlink(fixture.path("victim").string, fixture.path("base/trap").string)
      symlink("../../../../..\(fixture.path("victim"))", fixture.path("base/climb").string)
      for trap in ["trap", "climb"] {
        var spec = SandboxSpec(root: .host)
        spec.mounts = [
          .overlay(fixture.overlay, target: fixture.path("mnt")),
          .tmpfs(
            target: FilePath("/\(trap)/new"), in: fixture.path("mnt"), mountPoint: .created),
        ]
        spec.arguments = ["/bin/ls", fixture.path("victim").string]
        await #expect(throws: SandboxError.self) { try await run(spec) }
        #expect(!fixture.exists("victim/new"))
      }
    }
  }

  @Test func linksInTheRootAreFollowedInTheRoot() async throws {
    try await SandboxFixture.with { fixture in
      fixture.makeDirectories(["base/real"])
      symlink("/real", fixture.path("base/link").string)
      let mount = Mount.tmpfs(target: "/link/new", mountPoint: .created)
      let (_, lines) = try await run(
        fixture.spec("findmnt -no TARGET -T /real/new", mounts: [mount]))
      #expect(lines == ["/real/new"])
    }
  }

  @Test func mountsOfThePayloadAreReported() async throws {
    try await SandboxFixture.with { fixture in
      fixture.makeDirectories(["mnt", "a b"])
      var spec = SandboxSpec(root: .host, mounts: [.proc])
      let target = fixture.path("mnt").string
      spec.arguments = ["/bin/mount", "--bind", "-o", "ro", fixture.path("a b").string, target]
      let (result, _) = try await run(spec)
      #expect(result.mounts.count > 1)
      let added = try #require(result.addedMounts.first)
      #expect(result.addedMounts.count == 1)
      let bind = try #require(BindMount(added, among: MountEntry.entries()))
      #expect(bind.source == fixture.path("a b"))
      #expect(bind.target == fixture.path("mnt"))
      #expect(bind.isReadOnly)
    }
  }

  @Test func hostTreeIsGoneAfterwards() async throws {
    try await SandboxFixture.with { fixture in
      let script =
        "ls /proc/1/fd | wc -l; ls -L /proc/1/fd/* /proc/1/root /proc/1/cwd | grep -c etc"
      let (result, lines) = try await run(fixture.spec(script))
      #expect(result.mounts.allSatisfy { !$0.mountPoint.string.hasPrefix("/work") })
      #expect(lines.last == "2", "root and cwd of process 1 show only the new root")
    }
  }
}
