import Foundation
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// Builds whose last hooks work on the disk inside a virtual machine.
@Suite(
  .requires(.root), .serialized,
  .enabled("needs user-mode Linux") {
    FileStatus("/usr/bin/linux.uml") != nil && FileStatus("/usr/sbin/lvcreate") != nil
  })
struct MachineIsolationTests {
  private static let efi = """
    - local_loop: {name: image0}
    - partitioning:
        base: image0
        label: gpt
        partitions:
          - {name: ESP, type: EF00, size: 32MiB, mkfs: {type: vfat, mount: {mount_point: /boot/efi}}}
          - {name: root, size: 100%, mkfs: {name: mkfs_root, type: ext4, mount: {mount_point: /}}}
    """

  @Test func anESPIsFilledByHooks() async throws {
    try await IsolationFixture.with([
      "root.d/50-marks": .script(
        """
        cd "$TARGET_ROOT"; mkdir -p boot/efi; echo early > boot/efi/early
        echo text > etc/plain; setfattr -n user.note -v hello etc/plain
        ln etc/plain etc/linked; chown 1234:70000 etc/plain; chmod 4711 etc/plain
        """),
      "finalise.d/50-late": .script(
        "echo late > /boot/efi/late; echo $IMAGE_BLOCK_DEVICES > /etc/devices"),
    ]) { fixture in
      let outcome = try await fixture.build("raw,tar", ["--isolation", "vm"], layout: Self.efi)
      try #require(outcome.status == 0, "\(outcome.output)")
      #expect(outcome.output.contains("finalise.d/50-late"))
      let files = try await fixture.run("mdir", "-b", "-i", "\(fixture.image("raw"))@@1M", "::/")
      #expect(files.contains("::/early") && files.contains("::/late"))
      let root = "\(fixture.image("raw"))?offset=\(33 << 20)"
      _ = try await fixture.run("e2fsck", "-fn", root)
      let devices = try await fixture.run("debugfs", "-R", "cat /etc/devices", root)
      #expect(devices == "[image0]=/dev/loop0 [ESP]=/dev/loop0p1 [root]=/dev/loop0p2\n")
      let note = try await fixture.run("debugfs", "-R", "ea_get /etc/plain user.note", root)
      #expect(note.contains("hello"))
      let listing = try await fixture.run("tar", "-tvf", fixture.image("tar"))
      #expect(listing.contains("-rws--x--x 1234/70000"))
      #expect(listing.contains("./boot/efi/late"))
    }
  }

  @Test func hooksMayMakeTemporaryFiles() async throws {
    try await IsolationFixture.with([
      "cleanup.d/50-temporary": .script(
        """
        file=$(mktemp); echo x > "$file"; echo y > "$(mktemp -p /var/tmp)"
        [ -z "${TMPDIR:-}" ]; [ -d "$ELEMENTS/test" ]
        echo "$file" > "$TARGET_ROOT/etc/temporary"
        """)
    ]) { fixture in
      let outcome = try await fixture.build(
        "raw", ["--isolation", "vm"], layout: Self.efi,
        variables: ["TMPDIR": "/srv", "ELEMENTS": fixture.elements.string])
      try #require(outcome.status == 0, "\(outcome.output)")
      let root = "\(fixture.image("raw"))?offset=\(33 << 20)"
      let name = try await fixture.run("debugfs", "-R", "cat /etc/temporary", root)
      #expect(name.hasPrefix("/tmp/tmp."))
      #expect(FileStatus(FilePath(String(name.dropLast()))) == nil)
    }
  }

  private static let thin = """
    - local_loop: {name: image0, size: 800MiB}
    - partitioning:
        base: image0
        label: gpt
        partitions: [{name: boot, size: 100MiB, mkfs: {type: ext4, mount: {mount_point: /boot, fstab: {}}}}, {name: data, size: 100%}]
    - lvm:
        name: lvm
        pvs: [{name: pv, base: data}]
        vgs: [{name: vg, base: [pv]}]
        lvs:
          - {name: pool, base: vg, type: thin-pool, size: 400MiB}
          - {name: root, base: vg, type: thin, thin-pool: pool, size: 600MiB}
          - {name: home, base: vg, extents: 50%FREE}
    - mkfs: {name: mkfs_root, base: root, type: ext4, mount: {mount_point: /, fstab: {fsck-passno: 1}}}
    - mkfs: {name: home_fs, base: home, type: ext4, label: home, mount: {mount_point: /home, fstab: {}}}
    """

  @Test func volumesOfAThinPoolHoldTheTree() async throws {
    try await IsolationFixture.with([
      "finalise.d/50-late": .script(
        "echo late > /home/late; echo $IMAGE_BLOCK_DEVICES > /etc/devices; ls /dev/mapper > /etc/nodes"
      )
    ]) { fixture in
      let outcome = try await fixture.build("raw,tar", layout: Self.thin)
      try #require(outcome.status == 0, "\(outcome.output)")
      #expect(outcome.output.contains("the volume group `vg` needs the kernel's device mapper"))
      let devices = try await fixture.run("tar", "-xOf", fixture.image("tar"), "./etc/devices")
      #expect(
        devices.hasSuffix("[root]=/dev/mapper/vg-root [home]=/dev/mapper/vg-home\n"))
      #expect(
        try await fixture.run("tar", "-xOf", fixture.image("tar"), "./etc/nodes")
          == "vg-home\nvg-root\n")
      #expect(
        try await fixture.run("tar", "-xOf", fixture.image("tar"), "./home/late") == "late\n")
      let metadata = try fixture.bytes(of: fixture.image("raw"), at: 101 << 20, count: 1 << 20)
      let text = String(decoding: metadata, as: UTF8.self)
      for part in ["vg {", "pool {", "type = \"thin-pool\"", "thin_pool = \"pool\"", "home {"] {
        #expect(text.contains(part), "\(part)")
      }
    }
  }

  @Test func aFailingHookGivesItsStatusAndItsFile() async throws {
    try await IsolationFixture.with([
      "finalise.d/50-fail": .script("echo 'so it goes'; exit 7")
    ]) { fixture in
      let outcome = try await fixture.build("raw", ["--isolation", "vm"], layout: Self.efi)
      #expect(outcome.status == 7)
      #expect(outcome.output.contains("| so it goes"))
      #expect(outcome.output.contains("/test/finalise.d/50-fail: `finalise.d/50-fail` of"))
      #expect(try fixture.folder.appending("cache/work").children() == [])
    }
  }

  @Test func killedItLeavesNothing() async throws {
    try await IsolationFixture.with(["finalise.d/50-wait": .script("sleep 200")]) { fixture in
      let build = Task { try await fixture.build("raw", ["--isolation", "vm"], layout: Self.efi) }
      try await fixture.wait { !fixture.machines.isEmpty }
      for process in fixture.processes { kill(process, SIGKILL) }
      _ = try await build.value
      try await fixture.wait { fixture.machines.isEmpty }
    }
  }

  @Test func hooksCannotChangeTheHost() async throws {
    try await IsolationFixture.with([
      "cleanup.d/50-elsewhere": .script(
        "! touch \"$ELEMENTS_TO_SPOIL/spoilt\" 2>/dev/null; ! touch /etc/spoilt 2>/dev/null")
    ]) { fixture in
      let outcome = try await fixture.build(
        "raw", ["--isolation", "vm"], layout: Self.efi,
        variables: ["ELEMENTS_TO_SPOIL": fixture.elements.string])
      #expect(outcome.status == 0, "\(outcome.output)")
      #expect(FileStatus(fixture.elements.appending("spoilt")) == nil)
      #expect(FileStatus("/etc/spoilt") == nil)
    }
  }

  /// The server is at a loopback address of the host, to which no machine has another way.
  @Test(arguments: [false, true]) func hooksReachTheNetworkUnlessOffline(
    _ isOffline: Bool
  ) async throws {
    try await WebServer.with(file: "greeting", "hello from the host\n") { server in
      try await IsolationFixture.with([
        "finalise.d/50-fetch": .script(
          """
          exec {socket}<>"/dev/tcp/\(server.host)/\(server.port)" || { echo cut off; exit 0; }
          printf 'GET /greeting HTTP/1.0\\r\\n\\r\\n' >&$socket
          cat <&$socket
          """)
      ]) { fixture in
        let options = ["--isolation", "vm"] + (isOffline ? ["--offline"] : [])
        let outcome = try await fixture.build("raw", options, layout: Self.efi)
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(outcome.output.contains("| hello from the host") == !isOffline)
        #expect(outcome.output.contains("| cut off") == isOffline)
      }
    }
  }
}
