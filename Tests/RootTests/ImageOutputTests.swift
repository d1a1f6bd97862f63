import Archives
import Glibc
import ImageBuilder
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// Outputs, read back by other programs.
@Suite(.requires(.root), .serialized) struct ImageOutputTests {
  private static let marks: [String: FixtureFile] = [
    "root.d/50-marks": .executable(
      """
      #!/bin/bash
      set -eu
      cd "$TARGET_ROOT"
      echo text > etc/plain
      ln etc/plain etc/linked
      chown 1234:2345 etc/plain
      chmod 4711 etc/plain
      ln -s plain etc/symbolic
      mkdir proc/self sys/kernel

      """)
  ]

  /// Builds the tree, a disk and the outputs, and calls `body` with the directory that has them.
  private func withOutputs(
    _ keys: [String], adjusting adjust: (inout ImageOptions) -> Void = { _ in },
    _ body: (FilePath) async throws -> Void
  ) async throws {
    try await BuildFixture.with { fixture in
      let rootfs = try await fixture.build(Self.marks)
      var options = ImageOptions()
      adjust(&options)
      let folder = fixture.root.appending("out")
      try folder.createDirectories()
      try await write(keys, rootfs, options, to: folder, fixture.store)
      try await body(folder)
    }
  }

  private func write(
    _ keys: [String], _ rootfs: Rootfs, _ options: ImageOptions, to folder: FilePath,
    _ store: LayerStore
  ) async throws {
    let formats = try keys.map { try #require(outputFormat(named: $0)) }
    try await store.withWorkspace { scratch in
      let needsDisk = formats.contains { $0.source == .disk }
      let disk = needsDisk ? scratch.appending("image0.raw") : nil
      if let disk { try await makeDisk(disk, rootfs, scratch: scratch.appending("disk")) }
      let image = FinishedImage(
        rootfs.tree, disk: disk, options: options, launcher: SandboxLauncher(),
        scratch: scratch.appending("outputs"))
      try await OutputWriter(image, name: "x", base: folder.appending("x")).write(formats)
    }
  }

  private func makeDisk(_ file: FilePath, _ rootfs: Rootfs, scratch: FilePath) async throws {
    let variables = ["DIB_IMAGE_SIZE": "0.15", "DIB_JOURNAL_SIZE": "4"]
    let defaults = try LayoutDefaults(variables: variables)
    let source = try BlockDeviceSource(
      variables: variables, elements: [], architecture: "amd64")
    try await DiskBuilder(DiskLayout(source, defaults), sizes: defaults.sizes)
      .write(rootfs.tree, to: file, SandboxLauncher(), scratch: scratch)
  }

  private func run(_ name: String, _ arguments: String...) async throws -> String {
    try await CommandRunner().run(checked: Command(name, arguments)).output
  }

  @Test func disksHaveEqualContent() async throws {
    let keys = ["raw", "qcow2", "vhd", "vmdk", "vdi", "vhdx", "vpc"]
    try await withOutputs(keys) { folder in
      let raw = folder.appending("x.raw").string
      _ = try await run("e2fsck", "-fn", raw)
      for key in keys.dropFirst() {
        let format = key == "vhd" ? "vpc" : key
        let file = folder.appending("x.\(key)").string
        _ = try await run("qemu-img", "compare", "-f", "raw", "-F", format, raw, file)
      }
      let check = try await run("qemu-img", "check", folder.appending("x.qcow2").string)
      #expect(check.contains("No errors") && !check.contains(" 0.00% compressed"))
      #expect(fileNames(in: folder).count == keys.count)
    }
  }

  @Test(arguments: [
    (true, "", "compression type: zstd"), (true, "cluster_size=2M", "compression type: zstd"),
    (true, "compression_type=zlib", "compression type: zlib"),
    (true, "compat=0.10", "compat: 0.10"),
    (true, "compat=1.1", "compression type: zstd"),
    (false, "", "compression type: zlib"),
  ])
  func compressionIsAsAskedFor(isCompressed: Bool, options: String, kind: String) async throws {
    try await withOutputs(["qcow2"]) {
      $0.isCompressed = isCompressed
      $0.qemuOptions = options
    } _: { folder in
      let file = folder.appending("x.qcow2").string
      #expect(try await run("qemu-img", "info", file).contains(kind))
      let check = try await run("qemu-img", "check", file)
      #expect(check.contains(" 0.00% compressed") == !isCompressed)
    }
  }

  private static let listed = ["./etc/linked", "./etc/plain", "./etc/symbolic"]

  @Test(arguments: [("tar", "tar"), ("tgz", "tgz"), ("tar.zst", "tar.zst"), ("cpio", "cpio.gz")])
  func archivesAreReadByOthers(key: String, ending: String) async throws {
    try await withOutputs([key]) { folder in
      let file = folder.appending("x.\(ending)").string
      let names = try await run("bsdtar", "-tf", file).split(separator: "\n").map(String.init)
      #expect(
        names.filter { $0.hasPrefix("./etc/") && $0 != "./etc/" && !$0.contains("resolv") }
          .sorted().filter(Self.listed.contains) == Self.listed)
      #expect(!names.contains { $0.hasPrefix("./proc") || $0.hasPrefix("./sys") })
      let listing = try await run("bsdtar", "-tvnf", file)
      #expect(listing.contains("-rws--x--x"))
      #expect(listing.contains("1234"))
    }
  }

  @Test func imagesThatAreOnlyReadKeepWhatFilesHave() async throws {
    try await withOutputs(["tar", "squashfs", "erofs", "directory"]) { folder in
      let squash = try await run(
        "unsquashfs", "-llnumeric", folder.appending("x.squash").string)
      #expect(squash.contains("-rws--x--x 1234/2345"))
      #expect(squash.contains("squashfs-root/proc\n") && !squash.contains("proc/self"))
      _ = try await run("fsck.erofs", folder.appending("x.erofs").string)
      let status = FileStatus(folder.appending("x.rootfs/etc/plain"))
      #expect(status?.mode == 0o4711 && status?.userID == 1234)
      #expect(FileStatus(folder.appending("x.rootfs/etc/linked"))?.inode == status?.inode)
    }
  }

  @Test func containerImagesAreComplete() async throws {
    try await withOutputs(["docker", "oci", "aci"]) {
      $0.dockerTarget = "name:tag"
    } _: { folder in
      let docker = ArchiveReader(folder.appending("x.docker.tar"))
      let text = { (bytes: [UInt8]?) in String(decoding: bytes ?? [], as: UTF8.self) }
      let manifest = text(try docker.contents(of: "manifest.json"))
      #expect(manifest.contains(#""RepoTags":["name:tag"]"#))
      let layer = try #require(
        try docker.entries().first { $0.path.string.contains("sha256/") && $0.size > 100_000 })
      let name = try #require(layer.path.lastComponent?.string)
      #expect(manifest.contains("blobs/sha256/\(name)"))
      let blob = folder.appending("layer")
      try blob.write(#require(try docker.contents(of: layer.path)))
      #expect(try await run("sha256sum", blob.string).hasPrefix(name))
      #expect(try await run("tar", "-tf", blob.string).contains("./etc/plain"))
      let oci = ArchiveReader(folder.appending("x.oci.tar"))
      #expect(text(try oci.contents(of: "oci-layout")) == #"{"imageLayoutVersion":"1.0.0"}"#)
      #expect(try oci.contents(of: "manifest.json") == nil)
      let aci = try await run("tar", "-tf", folder.appending("x.aci").string)
      #expect(aci.contains("./rootfs/etc/plain") && !aci.contains("rootfs/proc"))
    }
  }

  @Test func failureLeavesNothing() async throws {
    await #expect(throws: BuildError.self) {
      try await withOutputs(["qcow2"]) {
        $0.qemuOptions = "bogus=1"
      } _: { _ in
      }
    }
  }

  @Test func keysAreUnique() {
    #expect(Set(outputFormats.map { $0.key }).count == outputFormats.count)
    #expect(Set(outputFormats.map { $0.fileExtension }).count == outputFormats.count)
  }
}
