import Sandbox
import SystemPackage
import TestSupport
import Testing

/// Which files a build gives, and what is in them.
@Suite(.requires(.root)) struct OutputFactTests {
  @Test("C129 a tar has no proc and sys, and of dev what the image has") func c129() async throws {
    let hook = FixtureFile.script("mknod \"$TARGET_ROOT/dev/own\" c 1 3")
    try await ImageSite.with(["root.d/50-device": hook]) {
      try await $0.build(["-t", "tar"])
      let names = try await output(of: "tar", "-tf", $0.folder.appending("image.tar").string)
        .split(separator: "\n")
      #expect(names.contains("./etc/") && names.contains("./dev/own"))
      #expect(!names.contains { $0.hasPrefix("./proc") || $0.hasPrefix("./sys") })
      #expect(names.filter { $0.hasPrefix("./dev/") } == ["./dev/", "./dev/own"])
    }
  }

  @Test("C130 tar,tgz gives both") func c130() async throws {
    try await ImageSite.with {
      try await $0.build(["-t", "tar,tgz"])
      #expect($0.names == ["image.tar", "image.tgz"])
    }
  }

  @Test("C131 squashfs is made wherever it stands in the list, as .squash") func c131()
    async throws
  {
    let hook = FixtureFile.script("echo > \"$TARGET_ROOT/proc/file\"")
    try await ImageSite.with(["root.d/50-proc": hook]) {
      try await $0.build(["-t", "tar,squashfs"])
      #expect($0.names == ["image.squash", "image.tar"])
      let list = try await output(
        of: "unsquashfs", "-l", $0.folder.appending("image.squash").string)
      #expect(list.contains("squashfs-root/proc\n") && !list.contains("squashfs-root/proc/"))
      let facts = try await output(
        of: "unsquashfs", "-s", $0.folder.appending("image.squash").string)
      #expect(facts.contains("Compression xz"))
    }
  }

  @Test("C132 qcow2 is compressed unless -u is given") func c132() async throws {
    try await ImageSite.with { site in
      for (arguments, isCompressed) in [
        (["-t", "qcow2"], true), (["-t", "vmdk,raw,qcow2"], true), (["-u", "-t", "qcow2"], false),
      ] {
        try await site.build(arguments, ["fake-os", "test"], ImageSite.smallDisk)
        let check = try await output(
          of: "qemu-img", "check", site.folder.appending("image.qcow2").string)
        #expect(check.contains(" 0.00% compressed") == !isCompressed, "\(arguments)")
      }
    }
  }

  @Test("C133 an older image is renamed with its checksums, unless it is to be overwritten")
  func c133() async throws {
    try await ImageSite.with { site in
      let names = ["fake-os", "test"]
      for _ in 0..<2 { try await site.build(["-t", "tgz,tar"], names, ["DIB_CHECKSUM": "1"]) }
      #expect(site.names.count == 9)
      let old = try #require(site.names.first { $0.hasSuffix("tgz") && $0 != "image.tgz" })
      #expect(old.wholeMatch(of: /image-\d{4}\.\d\d\.\d\d-\d\d\.\d\d\.\d\d\.tgz/) != nil)
      #expect(site.names.contains("\(old).md5") && site.names.contains("\(old).sha256"))
      try await site.build(
        ["-t", "tgz,tar"], names, ["DIB_CHECKSUM": "1", "OVERWRITE_OLD_IMAGE": "1"])
      #expect(site.names.count == 9)
    }
  }

  @Test("C134 files have the checksums that DIB_CHECKSUM names") func c134() async throws {
    try await ImageSite.with {
      try await $0.build(["--checksum", "-t", "tar,tgz,directory", "-o", "x"])
      #expect(
        $0.names == [
          "x.rootfs", "x.tar", "x.tar.md5", "x.tar.sha256", "x.tgz", "x.tgz.md5", "x.tgz.sha256",
        ])
      for tool in ["md5sum", "sha256sum"] {
        for name in ["x.tar", "x.tgz"] {
          let file = "\(name).\(tool.dropLast(3))"
          #expect(try await output(of: tool, "-c", file, in: $0.folder) == "\(name): OK\n")
        }
      }
      try await $0.build(
        ["-t", "tgz", "-o", "y"], ["fake-os", "test"], ["DIB_CHECKSUM": "sha256,more"])
      #expect($0.names.filter { $0.hasPrefix("y") } == ["y.tgz", "y.tgz.sha256"])
    }
  }

  @Test("Checksums of a file that is replaced do not stay beside another")
  func staleChecksumsGo() async throws {
    try await ImageSite.with {
      try await $0.build(["--checksum", "-t", "tar"])
      try await $0.build(["-t", "tar"])
      #expect($0.names == ["image.tar"])
    }
  }

  @Test("C135 an element named like no-final-image leaves out the disk only") func c135()
    async throws
  {
    let others: [String: FixtureFile] = ["my-no-final-image-x/README.rst": "test\n"]
    try await ImageSite.with(others: others) {
      try await $0.build(["-t", "raw,tar,qcow2"], ["fake-os", "test", "my-no-final-image-x"])
      #expect($0.names == ["image.tar"])
    }
  }
}
