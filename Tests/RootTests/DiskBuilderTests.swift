import Diagnostics
import ImageBuilder
import Glibc
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// Disks made without devices, read back by other programs and by the kernel.
@Suite(.requires(.root), .requires(.loopDevices), .serialized) struct DiskBuilderTests {
  /// What an element puts into the tree to see whether it arrives.
  private static let marks: [String: FixtureFile] = [
    "root.d/50-marks": .executable(
      """
      #!/bin/bash
      set -eu
      cd "$TARGET_ROOT"
      mkdir -p boot/efi/EFI/BOOT srv "with blank"
      echo text > etc/plain
      ln etc/plain etc/linked
      chown 1234:70000 etc/plain
      chmod 4711 etc/plain
      setfattr -n user.note -v hello etc/plain
      printf x > etc/sparse
      truncate -s 3M etc/sparse
      mknod etc/fifo p
      mknod etc/null c 1 3
      ln -s plain etc/symbolic
      chmod 1777 tmp
      chown 7:8 srv
      chmod 2750 srv
      echo below > srv/below
      echo loader > boot/efi/EFI/BOOT/BOOTX64.EFI
      head -c 512 /dev/zero | tr '\\0' B > boot.img
      mkdir -p boot/grub/i386-pc
      mv boot.img boot/grub/i386-pc/boot.img
      head -c 5000 /dev/zero | tr '\\0' C > boot/grub/i386-pc/core.img

      """)
  ]

  /// Builds the tree, makes the disk and calls `body` with its file.
  private func withDisk(
    _ configuration: String, _ variables: [String: String] = [:],
    _ body: (FilePath, BuildFixture, Rootfs) async throws -> Void
  ) async throws {
    try await BuildFixture.with { fixture in
      var all = variables
      all["DIB_BLOCK_DEVICE_CONFIG"] = configuration
      let defaults = try LayoutDefaults(variables: all)
      let source = try BlockDeviceSource(variables: all, elements: [], architecture: "amd64")
      let layout = try DiskLayout(source, defaults)
      let rootfs = try await fixture.build(Self.marks) {
        $0.disk = DiskRequest(layout, sizes: defaults.sizes)
      }
      let builder = try DiskBuilder(layout, sizes: defaults.sizes)
      let raw = fixture.root.appending("image.raw")
      try await fixture.store.withWorkspace { scratch in
        try await builder.write(rootfs.tree, to: raw, SandboxLauncher(), scratch: scratch)
      }
      try await body(raw, fixture, rootfs)
    }
  }

  private func run(_ name: String, _ arguments: String...) async throws -> String {
    try await CommandRunner().run(checked: Command(name, arguments)).output
  }

  /// One line for each file below a directory that the script `prepare` mounts: all that it has but
  /// times and the sizes of directories.
  private func files(_ mounts: [Mount], _ prepare: String, _ place: FilePath) async throws
    -> [String]
  {
    var spec = SandboxSpec(root: .host, mounts: mounts)
    spec.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"]
    spec.arguments = [
      "/bin/sh", "-c",
      """
      \(prepare)
      cd \(place)
      find . -name lost+found -prune -o -printf '%p %y %m %U %G %l ' \\( -type d -printf '\\n' \
      -o -type p -printf '\\n' -o -printf '%n %s\\n' \\) | sort
      find . -type f ! -path '*/lost+found/*' -exec sha256sum {} + | sort
      getfattr -R -d -m - . | grep -v '^$' | sort
      """,
    ]
    let lines = LineLog()
    let result = try await SandboxLauncher().run(spec) { lines.add($0.text) }
    #expect(result.termination.isSuccess)
    return lines.all
  }

  /// Compares the tree with what the kernel sees in the file systems at the given offsets.
  private func expectTree(
    _ rootfs: Rootfs, in raw: FilePath, _ fixture: BuildFixture,
    without excluded: String = "/nothing",
    at places: [(mountPoint: String, offset: Int, size: Int)]
  ) async throws {
    let scratch = fixture.root.appending("compare")
    let (tree, mounted) = (scratch.appending("tree"), scratch.appending("mounted"))
    for path in [tree, mounted] { try path.createDirectories() }
    let mounts = places.map {
      "mount -o loop,offset=\($0.offset),sizelimit=\($0.size) \(raw) \(mounted)\($0.mountPoint)"
    }
    let overlay = Mount.overlay(try rootfs.overlay(scratch: scratch), target: tree)
    let expected = try await files([overlay], "rm -rf \(tree)/etc/fstab \(tree)\(excluded)/*", tree)
    let found = try await files(
      [], mounts.joined(separator: "\n") + "\nrm -f \(mounted)/etc/fstab", mounted)
    #expect(expected.count > 30)
    let difference = found.difference(from: expected)
    #expect(difference.isEmpty, "\(difference)")
  }

  private func root(_ type: String, _ more: String = "") -> String {
    "{name: mkfs_root, type: \(type)\(more), mount: {mount_point: /, fstab: {fsck-passno: 1}}}"
  }

  @Test func extendedFileSystemOnAnMBRDisk() async throws {
    let configuration = """
      - local_loop: {name: image0}
      - partitioning:
          base: image0
          label: mbr
          partitions:
            - {name: root, flags: [boot, primary], size: 60%, mkfs: \(root("ext4"))}
            - {name: srv, size: 50%, mkfs: {type: ext2, label: srv, mount: {mount_point: /srv}}}
            - {name: swap, size: 100%, type: '82', mkfs: {type: swap, label: s, mount: {mount_point: swap, fstab: {}}}}
      """
    try await withDisk(configuration, ["DIB_IMAGE_SIZE": "0.4"]) { raw, fixture, rootfs in
      let table = try await run("sfdisk", "--json", raw.string)
      #expect(table.contains("\"label\": \"dos\"") && table.contains("\"bootable\": true"))
      let starts = try partitions(table)
      #expect(starts.count == 4)
      #expect(starts[0].start == 2048)
      let text = try await run("debugfs", "-R", "cat /etc/fstab", "\(raw)?offset=1048576")
      #expect(
        text == """
          LABEL=cloudimg-rootfs / ext4 defaults 0 1
          LABEL=s none swap sw 0 0

          """)
      try await expectTree(
        rootfs, in: raw, fixture,
        at: [
          ("/", starts[0].start * 512, starts[0].size * 512),
          ("/srv", starts[2].start * 512, starts[2].size * 512),
        ])
      let header = try await run("dumpe2fs", "-h", "\(raw)?offset=1048576")
      #expect(header.contains("Filesystem volume name:   cloudimg-rootfs"))
      let (inodes, blocks) = (number("Inode count", header), number("\nBlock count", header))
      let total = blocks * number("Block size", header)
      #expect(abs(total / 4096 - inodes) < inodes / 10)
      _ = try await run("e2fsck", "-fn", "\(raw)?offset=1048576")
      let start = bytes(of: raw, at: 0, count: 1024)
      #expect(start[512] == UInt8(ascii: "C") && start[510] == 0x55)
      #expect(start[0x5C..<0x64] == [1, 0, 0, 0, 0, 0, 0, 0])
    }
  }

  @Test func aFileSystemTooSmallForItsJournalIsNamed() async throws {
    let configuration = "[{local_loop: {name: image0, size: 100MiB, mkfs: \(root("ext4"))}}]"
    let error = await #expect(throws: InputError.self) {
      try await withDisk(configuration) { _, _, _ in }
    }
    #expect(error?.description.contains("`mkfs_root` has 100 MiB") ?? false)
    #expect(error?.hint?.contains("DIB_JOURNAL_SIZE") ?? false)
  }

  @Test func xfsAndAnESPOnAGPTDisk() async throws {
    let configuration = """
      - local_loop: {name: image0, size: 600MiB}
      - partitioning:
          base: image0
          label: gpt
          partitions:
            - {name: ESP, type: EF00, size: 64MiB, mkfs: {type: vfat, mount: {mount_point: /boot/efi}}}
            - {name: BSP, type: EF02, size: 8MiB}
            - {name: root, size: 100%, mkfs: \(root("xfs"))}
      """
    try await withDisk(configuration) { raw, fixture, rootfs in
      let table = try await run("sfdisk", "--json", raw.string)
      #expect(table.contains("\"label\": \"gpt\"") && table.contains("\"name\": \"BSP\""))
      #expect(try await run("sgdisk", "--verify", raw.string).contains("No problems found"))
      let places = try partitions(table)
      #expect(places.map(\.start) == [2048, 65 * 2048, 73 * 2048])
      #expect(places[2].size == (600 - 74) * 2048)
      let listing = try await run("mdir", "-b", "-s", "-i", "\(raw)@@1M", "::/")
      #expect(listing.contains("::/EFI/BOOT/BOOTX64.EFI"))
      let part = fixture.root.appending("part")
      _ = try await run(
        "dd", "if=\(raw)", "of=\(part)", "bs=1M", "skip=73", "count=526", "conv=sparse")
      let label = try await run("xfs_db", "-r", "-c", "label", part.string)
      #expect(label == "label = \"img-rootfs\"\n")
      #expect(bytes(of: raw, at: 65 << 20 | 0x1FE, count: 2) == [0x20, 8])
      let loader = try await run("mtype", "-i", "\(raw)@@1M", "::/EFI/BOOT/BOOTX64.EFI")
      #expect(loader == "loader\n")
      try await expectTree(
        rootfs, in: raw, fixture, without: "/boot/efi", at: [("/", 73 << 20, 526 << 20)])
    }
  }

  @Test(arguments: ["ext4", "btrfs"]) func oneFileSystemAlone(type: String) async throws {
    let configuration = """
      - local_loop: {name: image0, size: 300MiB}
      - mkfs: {base: image0, name: mkfs_root, type: \(type), opts: '', uuid: 5f1c0a6e-0b5e-4f0e-9a53-0242ac120002, mount: {mount_point: /}}
      """
    try await withDisk(configuration) { raw, fixture, rootfs in
      #expect(FileStatus(raw)?.size == 300 << 20)
      let identity = try await run("blkid", "-p", "-o", "export", raw.string)
      #expect(identity.contains("LABEL=cloudimg-rootfs\nUUID=5f1c0a6e-0b5e-4f0e-9a53-0242ac120002"))
      try await expectTree(rootfs, in: raw, fixture, at: [("/", 0, 300 << 20)])
    }
  }

  @Test func largeSectorsAreHeeded() async throws {
    let configuration = """
      - local_loop: {name: image0, size: 200MiB, block_size: 4096}
      - partitioning:
          base: image0
          label: gpt
          partitions:
            - {name: root, size: 100%, mkfs: \(root("ext4", ", opts: ''"))}
      """
    try await withDisk(configuration) { raw, fixture, rootfs in
      let table = try await run("fdisk", "-b", "4096", "-l", raw.string)
      #expect(table.contains("Disklabel type: gpt") && table.contains(" 256 50943 "))
      try await expectTree(rootfs, in: raw, fixture, at: [("/", 1 << 20, 198 << 20)])
    }
  }

  @Test func whatDoesNotFitLeavesNothing() async throws {
    let configuration = """
      - local_loop: {name: image0, size: 128KiB}
      - mkfs: {base: image0, name: mkfs_root, type: ext2, mount: {mount_point: /}}
      """
    await #expect(throws: BuildError.self) { try await withDisk(configuration) { _, _, _ in } }
  }

  private func bytes(of file: FilePath, at offset: Int, count: Int) -> [UInt8] {
    let descriptor = open(file.string, O_RDONLY)
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    #expect(pread(descriptor, &bytes, count, offset) == count)
    return bytes
  }

  private func partitions(_ json: String) throws -> [(start: Int, size: Int)] {
    json.matches(of: /"start": (\d+),\s*"size": (\d+)/).map {
      (start: Int($0.output.1) ?? 0, size: Int($0.output.2) ?? 0)
    }
  }

  private func number(_ key: String, _ text: String) -> Int {
    guard let range = text.ranges(of: key).first else { return 0 }
    let digits = text[range.upperBound...].drop { !$0.isNumber }.prefix(while: \.isNumber)
    return Int(digits) ?? 0
  }
}
