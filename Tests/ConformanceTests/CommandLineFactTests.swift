import Commands
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// Options, status and names of the program.
@Suite(.requires(.root)) struct CommandLineFactTests {
  private func run(_ arguments: String...) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.run(as: "disk-image-create", arguments)
  }

  @Test("C001 no element is status 1") func c001() async throws {
    let outcome = try await run()
    #expect(outcome.status == 1 && outcome.output.contains("no element was named"))
    #expect(try await run("-n", "-t", "tar").status == 1)
  }

  @Test("C002 help and version are printed on standard output, with status 0") func c002()
    async throws
  {
    for option in ["-h", "--help", "--version"] {
      let outcome = try await BuiltProgram.run(
        as: "disk-image-create", [option],
        through: ["/bin/sh", "-c", "exec \"$@\" 2>/dev/null", "sh"])
      #expect(outcome.status == 0 && !outcome.output.isEmpty, "\(option)")
    }
  }

  @Test("C003 an unknown option is status 1") func c003() async throws {
    let outcome = try await run("--bogus", "x")
    #expect(outcome.status == 1 && outcome.output.contains("`--bogus`"))
  }

  @Test("C004 options may follow elements and be abbreviated") func c004() async throws {
    try await ImageSite.with(["install.d/50-x": .script("echo \"$DIB_OFFLINE\" > /etc/offline")]) {
      try await $0.build([], ["fake-os", "test", "--offl", "-tdirectory", "-o", "n"])
      #expect($0.callers("n.rootfs/etc/offline") == "1\n")
    }
  }

  @Test("C005 the last -t counts") func c005() async throws {
    try await ImageSite.with {
      try await $0.build(["-t", "tar", "-t", "directory"])
      #expect($0.names == ["image.rootfs"])
    }
  }

  /// Where an install-packages of the image writes down its arguments.
  static let installer = FixtureFile.script(
    """
    mkdir -p "$TARGET_ROOT/usr/local/bin"
    printf '#!/bin/bash\\necho "$*" >> /etc/installed\\n' > "$TARGET_ROOT/usr/local/bin/install-packages"
    /bin/chmod +x "$TARGET_ROOT/usr/local/bin/install-packages"
    """)

  @Test("C006 -p accumulates, and splits at commas") func c006() async throws {
    try await ImageSite.with(["root.d/50-installer": Self.installer]) {
      try await $0.build(["-t", "directory", "-p", "a,b", "-p", "c"])
      #expect($0.text("etc/installed") == "a b c\n")
    }
  }

  @Test("C007 --image-extra-size and --mkfs-journal-size are options") func c007() async throws {
    try await ImageSite.with {
      try await $0.build(["-t", "raw", "--image-extra-size", "60", "--mkfs-journal-size", "5"])
      let superBlock = try await $0.superBlock(of: "image.raw")
      #expect(superBlock.contains("Total journal size:       5120k"))
      let size = FileStatus($0.folder.appending("image.raw"))?.size ?? 0
      #expect(size > 65 << 20 && size < 200 << 20)
    }
  }

  @Test("C008 -c builds with an empty environment") func c008() async throws {
    let hook = FixtureFile.script("env > environment")
    try await ImageSite.with(["extra-data.d/50-dump": hook]) { site in
      let names = ["fake-os", "test"].map { site.elements.appending($0).string }
      try await site.build(["-t", "tar", "-c"], names, ["FOO_BAR": "x"])
      let dump = try #require(site.callers("environment"))
      #expect(dump.contains("IMAGE_ELEMENT=fake-os test\n") && !dump.contains("FOO_BAR"))
    }
  }

  @Test("C009 with one type its suffix is taken off the name") func c009() async throws {
    try await ImageSite.with {
      try await $0.build(["-t", "raw", "-o", "x.raw"], ["fake-os", "test"], ImageSite.smallDisk)
      #expect($0.names == ["x.raw"])
    }
  }

  @Test("C010 with two types a suffix stays") func c010() async throws {
    try await ImageSite.with {
      try await $0.build(["-t", "tar,tgz", "-o", "x.tar"])
      #expect($0.names == ["x.tar.tar", "x.tar.tgz"])
    }
  }

  @Test("C011 tgz leaves no tar behind") func c011() async throws {
    try await ImageSite.with {
      try await $0.build(["-t", "tgz"])
      #expect($0.names == ["image.tgz"])
    }
  }

  @Test("C012 docker without a target is status 1") func c012() async throws {
    try await ImageSite.with {
      let output = try await $0.build(["-t", "docker"], status: 1)
      #expect(output.contains("--docker-target"))
      #expect($0.names == [])
    }
  }

  @Test("C013 a missing qemu-img is status 1 before anything is built") func c013() async throws {
    try await ImageSite.with(["root.d/10-work": .script("echo > worked")]) {
      let output = try await $0.build(
        ["-t", "qcow2"], ["fake-os", "test"], ["PATH": "/nonexistent"], status: 1)
      #expect(output.contains("qemu-img") && output.contains("apt-get install"))
      #expect($0.names == [])
    }
  }

  @Test("C014 a missing fstrim is no error") func c014() async throws {
    let hiding = [
      "unshare", "-m", "/bin/sh", "-ec",
      "mount --bind /dev/null \"$(command -v fstrim)\"; exec \"$@\"", "sh",
    ]
    try await ImageSite.with {
      try await $0.build(["-t", "raw"], ["fake-os", "test"], ImageSite.smallDisk, through: hiding)
      #expect($0.names == ["image.raw"])
    }
  }
}
