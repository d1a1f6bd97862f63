import Sandbox
import SystemPackage
import TestSupport
import Testing

/// What is looked for before anything is built.
@Suite(.requires(.root)) struct BuildCheckTests {
  private static let names = ["fake-os", "test"]
  /// A hook that shows that something was built.
  private static let element = ["root.d/10-work": FixtureFile.script("echo > worked")]

  /// Expects that a build is refused with `message`, and that nothing is there afterwards.
  private func expectRefusal(
    _ arguments: [String], _ variables: [String: String], _ message: String,
    through prefix: [String] = []
  ) async throws {
    try await ImageSite.with(Self.element) { site in
      let output = try await site.build(
        arguments, Self.names, variables, through: prefix, status: 1)
      #expect(output.contains(message), "\(output)")
      #expect(site.names == [])
    }
  }

  @Test(arguments: ["/nowhere", "."])
  func manifestsAreFiles(_ path: String) async throws {
    try await expectRefusal(["-t", "aci"], ["ACI_MANIFEST": path], "`ACI_MANIFEST` is `\(path)`")
  }

  @Test(arguments: [
    (["--max-online-resize", "abc"], "`MAX_ONLINE_RESIZE` is `abc`, which is no whole number"),
    (["--mkfs-journal-size", "0.5"], "`DIB_JOURNAL_SIZE` is `0.5`, which is no whole number"),
    (
      ["--qemu-img-options", "compat=9.9"],
      "qemu-img does not take the options `compat=9.9`: "
    ),
    (
      ["--qemu-img-options", "preallocation=metadata"],
      "qemu-img does not take the options `preallocation=metadata`: "
    ), (["--qemu-img-options", "bogus=1"], "qemu-img does not take the options `bogus=1`: "),
  ])
  func optionsOfToolsAreTried(_ words: [String], _ message: String) async throws {
    try await expectRefusal(["-t", "qcow2"] + words, [:], message)
  }

  @Test func optionsThatQemuTakesAreTaken() async throws {
    try await ImageSite.with {
      try await $0.build(
        ["-t", "qcow2", "--qemu-img-options", "compat=0.10"], Self.names, ImageSite.smallDisk)
      let file = $0.folder.appending("image.qcow2").string
      #expect(try await output(of: "qemu-img", "info", file).contains("compat: 0.10"))
    }
  }

  @Test func aFullDirectoryIsRefused() async throws {
    let inSmallDirectory = [
      "unshare", "-m", "sh", "-ec",
      "mount -t tmpfs -o size=8m none .; cd \"$PWD\"; exec \"$@\"", "sh",
    ]
    for (variables, hint) in [
      ([:], "change `-o`"), (["TMP_DIR": "."], "set `TMP_DIR` to a directory on another disk"),
    ] {
      try await expectRefusal(
        ["-t", "tar"], variables, "  hint: make room, or \(hint)", through: inSmallDirectory)
    }
  }

  @Test func mkfsGetsOptionsThatBeginWithADash() async throws {
    for words in [["--mkfs-options", "-I 512"], ["--mkfs-options=-I 512"]] {
      try await ImageSite.with {
        try await $0.build(["-t", "raw"] + words, Self.names, ImageSite.smallDisk)
        #expect(
          try await $0.superBlock(of: "image.raw")
            .contains(/Inode size:\s+512/))
      }
    }
  }

  @Test func allImagesOfAFileAreLookedAtBeforeTheFirstIsBuilt() async throws {
    let text = """
      - {imagename: a, types: [tar], skip-base: true, elements: [fake-os, test]}
      - {imagename: missing/b, types: [tar], skip-base: true, elements: [fake-os, tset]}
      - {imagename: c, types: [docker], skip-base: true, elements: [fake-os]}

      """
    try await ImageSite.with(Self.element) { site in
      try writeFile(site.folder.appending("images.yaml"), text)
      let output = try await site.run(as: "diskimage-builder", ["images.yaml"], status: 1)
      #expect(output.contains("image `missing/b`: there is no directory `"), "\(output)")
      #expect(output.contains("did you mean `test`?"))
      #expect(output.contains("image `c`: type docker needs a name"))
      #expect(site.names == ["images.yaml"])
    }
  }

  @Test func optionsBesidesFilesAreRefused() async throws {
    try await ImageSite.with { site in
      try writeFile(site.folder.appending("images.yaml"), "- {elements: [fake-os]}\n")
      let file = ["build", "--file", "images.yaml", "--dry-run"]
      let refused = try await site.run(as: "tie-check", file + ["-t", "tar"], status: 2)
      #expect(refused.contains("`-t` does not go with `--file`"))
      let unknown = try await site.run(as: "tie-check", file + ["--isolation", "none"], status: 2)
      #expect(unknown.contains("there is no isolation `none`"))
      let taken = try await site.run(as: "tie-check", file + ["--isolation", "vm"])
      #expect(taken.contains("disk-image-create -o image fake-os"))
    }
  }

  @Test func aFailedStepIsReportedAsFailed() async throws {
    // The root does not fit.
    let hook = FixtureFile.script("head -c 20M /dev/urandom > \"$TARGET_ROOT/large\"")
    try await ImageSite.with(["root.d/50-fill": hook]) {
      let output = try await $0.build(
        ["-t", "raw"], Self.names, ["DIB_IMAGE_SIZE": "0.01", "DIB_JOURNAL_SIZE": "1"], status: 1)
      #expect(output.contains("tie-check: make the disk: failed in "), "\(output)")
      #expect($0.names == [])
    }
  }
}
