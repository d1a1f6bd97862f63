import ImageBuilder
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// What the builder itself does to the tree.
@Suite(.requires(.root)) struct RootfsFactTests {
  @Test("C078 during the build resolv.conf is the host's") func c078() async throws {
    let files: [String: FixtureFile] = [
      "root.d/50-own": .script("echo original > \"$TARGET_ROOT/etc/resolv.conf\""),
      "install.d/50-look": .script("cat /etc/resolv.conf > /etc/seen"),
    ]
    try await BuildFixture.withSharedLayers { fixture in
      for resolver in ["nameserver 192.0.2.1\n", "nameserver 192.0.2.2\n"] {
        let rootfs = try await fixture.build(files) {
          $0.resolverConfiguration = Array(resolver.utf8)
        }
        #expect(try await fixture.text("/etc/seen", in: rootfs) == resolver)
      }
      let rootfs = try await fixture.build(files) { $0.resolverConfiguration = nil }
      #expect(try await fixture.text("/etc/seen", in: rootfs) == "nameserver 8.8.8.8\n")
    }
  }

  @Test("C079 resolv.conf.ORIG, which hooks may edit, comes back") func c079() async throws {
    try await BuildFixture.withSharedLayers { fixture in
      let rootfs = try await fixture.build([
        "root.d/50-own": .script("echo original > \"$TARGET_ROOT/etc/resolv.conf\""),
        "install.d/50-edit": .script("echo edited >> /etc/resolv.conf.ORIG"),
      ])
      #expect(try await fixture.text("/etc/resolv.conf", in: rootfs) == "original\nedited\n")
      #expect(try await fixture.text("/etc/resolv.conf.ORIG", in: rootfs) == nil)
    }
  }

  @Test("C080 a resolv.conf that a hook makes a link stays, and ORIG goes") func c080()
    async throws
  {
    let element: [String: FixtureFile] = [
      "root.d/50-own": .script("echo original > \"$TARGET_ROOT/etc/resolv.conf\""),
      "finalise.d/50-link": .script("ln -sf /run/resolver /etc/resolv.conf"),
    ]
    try await ImageSite.with(element) {
      try await $0.build()
      let etc = $0.folder.appending("image.rootfs/etc")
      #expect(etc.appending("resolv.conf").linkTarget() == "/run/resolver")
      #expect(FileStatus(etc.appending("resolv.conf.ORIG")) == nil)
    }
  }

  @Test("C081 a tree without a resolv.conf ends without one") func c081() async throws {
    try await BuildFixture.withSharedLayers { fixture in
      let rootfs = try await fixture.build([:])
      #expect(try await fixture.text("/etc/resolv.conf", in: rootfs) == nil)
    }
  }

  @Test("C082 /tmp, the logs and root's log files are emptied") func c082() async throws {
    try await BuildFixture.withSharedLayers { fixture in
      let rootfs = try await fixture.build([
        "install.d/50-write": .script(
          """
          mkdir -p /tmp/folder /var/log/folder /root/folder
          for file in /tmp/x /tmp/.x /tmp/folder/x /var/log/x /var/log/folder/x /root/keep \\
              /root/x.log /root/folder/x.log; do
              echo x > "$file"
          done
          """)
      ])
      for path in ["/tmp/x", "/tmp/.x", "/tmp/folder/x", "/root/x.log", "/root/folder/x.log"] {
        #expect(try await fixture.text(FilePath(path), in: rootfs) == nil, "\(path)")
      }
      for path in ["/var/log/x", "/var/log/folder/x"] {
        #expect(try await fixture.text(FilePath(path), in: rootfs) == "", "\(path)")
      }
      #expect(try await fixture.text("/root/keep", in: rootfs) == "x\n")
    }
  }

  @Test("C083 a tree without /var/log is no error") func c083() async throws {
    try await ImageSite.with(["cleanup.d/50-remove": .script("rm -r \"$TARGET_ROOT/var/log\"")]) {
      try await $0.build()
      #expect(FileStatus($0.folder.appending("image.rootfs/var/log")) == nil)
    }
  }

  @Test("C084 hidden files at the top of the tree are kept") func c084() async throws {
    let hook = FixtureFile.script("echo kept > \"$TARGET_ROOT/.autorelabel\"")
    try await ImageSite.with(["root.d/50-hidden": hook]) {
      try await $0.build(["-t", "directory,raw"], ["fake-os", "test"], ImageSite.smallDisk)
      #expect($0.text(".autorelabel") == "kept\n")
      let raw = $0.folder.appending("image.raw").string
      #expect(try await output(of: "debugfs", "-R", "cat /.autorelabel", raw) == "kept\n")
    }
  }

  @Test("C085 a root.d that deploys nothing is status 1") func c085() async throws {
    try await ImageSite.with(["root.d/90-empty": .script("rm -rf \"${TARGET_ROOT:?}\"/*")]) {
      let output = try await $0.build(status: 1)
      #expect(output.contains("no hook in `root.d` deployed a root"))
    }
  }
}
