import ElementTest
import Glibc
import SystemPackage
import TestSupport
import Testing

@Suite struct LiveRootfsProbeTests {
  @Test func linksNeverLeaveTheRootfs() async throws {
    let files: [String: FixtureFile] = [
      "secret": "of the host\n",
      "root/etc/shadow": "of the rootfs\n",
      "root/absolute": .symlink("/etc/shadow"),
      "root/upwards": .symlink("../../../../etc/shadow"),
      "root/outside": .symlink("../secret"),
      "root/directory": .symlink("/../.."),
      "root/loop": .symlink("loop"),
    ]
    try await withProbe(of: files, "root") { probe throws in
      #expect(try await text(probe, "/absolute") == "of the rootfs\n")
      #expect(try await text(probe, "/upwards") == "of the rootfs\n")
      #expect(try await text(probe, "/outside") == nil)
      #expect(try await probe.entries(of: "/directory")?.contains("secret") == false)
      #expect(try await text(probe, "/../secret") == nil)
      #expect(try await probe.file(at: "/loop")?.kind == .symlink)
      await #expect(throws: ProbeError.unreadable("/loop", .tooManySymbolicLinkLevels)) {
        try await probe.contents(of: "/loop")
      }
    }
  }

  @Test func procLinksOfTheHostAreNotFollowed() async throws {
    let probe = try LiveRootfsProbe(root: "/") { command throws(ProbeError) in
      throw .notRun(command, reason: "not here")
    }
    await #expect(throws: ProbeError.self) {
      try await probe.entries(of: "/proc/self/root/etc")
    }
  }

  @Test func factsAreThoseOfTheFileItself() async throws {
    let files: [String: FixtureFile] = [
      "a": .text("12345", mode: 0o4711), "d/x": "", "link": .symlink("nowhere"),
      "etc/passwd": "me:x:\(getuid()):5:Me:/home/me:/bin/bash\n",
      "etc/group": "we:x:\(getgid()):\n",
    ]
    try await withProbe(of: files) { probe throws in
      let file = try await probe.file(at: "/a")
      #expect(file?.kind == .file)
      #expect(file?.mode == 0o4711)
      #expect(file?.size == 5)
      #expect(file?.owner == "me")
      #expect(file?.group == "we")
      #expect(try await probe.file(at: "/d")?.kind == .directory)
      #expect(try await probe.file(at: "/link")?.linkTarget == "nowhere")
      #expect(try await probe.file(at: "/nothing") == nil)
      #expect(try await probe.file(at: "/a/b") == nil)
    }
  }

  @Test func directoryHasNoContent() async throws {
    try await withProbe(of: ["d": .directory]) { probe throws in
      await #expect(throws: ProbeError.unreadable("/d", .isDirectory)) {
        try await probe.contents(of: "/d")
      }
    }
  }

  @Test func accountsAreReadFromTheRootfs() async throws {
    let files: [String: FixtureFile] = [
      "etc/passwd": """
      root:x:0:0:root:/root:/bin/bash
      # comment
      me:x:1000:1000:Me,,,:/home/me:
      short:x:1
      me:x:7:7::/:/bin/false

      """,
      "etc/group": "root:x:0:\nme:x:1000:\nsudo:x:27:root,me\nadm:x:4:me\n",
    ]
    try await withProbe(of: files) { probe throws in
      #expect(
        try await probe.user(named: "me")
          == UserFacts(
            name: "me", id: 1000, groupID: 1000, home: "/home/me", shell: "/bin/sh",
            groups: ["adm", "me", "sudo"]))
      #expect(try await probe.user(named: "short") == nil)
      #expect(
        try await probe.group(named: "sudo")
          == GroupFacts(name: "sudo", id: 27, members: ["root", "me"]))
    }
  }

  @Test func rootfsWithoutAccountsHasNone() async throws {
    try await withProbe(of: [:]) { probe throws in
      #expect(try await probe.user(named: "root") == nil)
    }
  }

  @Test func dpkgStatusIsRead() async throws {
    let status = """
      Package: mawk
      Status: install ok installed
      Architecture: amd64
      Version: 1.3.4-1
      Provides: awk, other-awk (= 2)
      Description: an awk
       Package: not-this
       .

      Package: removed
      Status: deinstall ok config-files
      Version: 1

      Package: half
      Status: install reinstreq half-installed
      """
    try await withProbe(of: ["var/lib/dpkg/status": .text(status)]) { probe throws in
      let facts = try await probe.packages()
      #expect(facts.packages.map(\.name) == ["mawk", "removed", "half"])
      #expect(facts.installed(named: "mawk").map(\.version) == ["1.3.4-1"])
      #expect(facts.installed(named: "mawk:amd64").count == 1)
      #expect(facts.installed(named: "removed").isEmpty)
      #expect(facts.providers(of: "other-awk").map(\.name) == ["mawk"])
      #expect(facts.packages.map(\.isConsistent) == [true, true, false])
      #expect(facts.packages.map(\.line) == [1, 10, 14])
    }
  }

  @Test func brokenStatusNamesTheLine() async throws {
    try await withProbe(of: ["var/lib/dpkg/status": "Package: a\n\nVersion: 1\n"]) { probe throws in
      await #expect(throws: ProbeError.self) { try await probe.packages() }
    }
  }

  @Test func missingPackageDatabaseIsSaid() async throws {
    try await withProbe(of: [:]) { probe throws in
      await #expect(throws: ProbeError.noPackageDatabase) { try await probe.packages() }
    }
  }

  @Test func treeIsEveryFileOnce() async throws {
    try await withProbe(of: ["a/b": "", "a/c": .symlink(".."), "d": .directory]) { probe throws in
      #expect(try await probe.tree().map(\.path) == ["/a", "/a/b", "/a/c", "/d"])
    }
  }

  @Test func equalCommandsRunOnce() async throws {
    let count = Counter()
    try await withTree { root in
      let probe = try LiveRootfsProbe(root: root) { _ throws(ProbeError) in
        CommandOutcome(output: "\(await count.next())")
      }
      let command = ProbeCommand.shell("date", timeout: .seconds(1))
      #expect(try await probe.run(command).output == "1")
      #expect(try await probe.run(command).output == "1")
      #expect(try await probe.run(.shell("date +%s", timeout: .seconds(1))).output == "2")
    }
  }

  private func text(_ probe: LiveRootfsProbe, _ path: FilePath) async throws -> String? {
    try await probe.contents(of: path).map { String(decoding: $0, as: UTF8.self) }
  }
}

private actor Counter {
  private var count = 0

  func next() -> Int {
    count += 1
    return count
  }
}
