import Diagnostics
import ElementModel
@testable import ImageBuilder
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// Block-device configurations.
@Suite struct LayoutFactTests {
  private func source(
    _ variables: [String: String], _ elements: [FilePath] = [], _ architecture: String = "amd64"
  ) throws -> BlockDeviceSource {
    try BlockDeviceSource(variables: variables, elements: elements, architecture: architecture)
  }

  @Test("C115 the caller's configuration wins over the elements', by architecture or default")
  func c115() throws {
    try withTree([
      "mine.yaml": "mine", "a/block-device-default.yaml": "default",
      "a/block-device-arm64.yaml": "arm64", "b/block-device-ppc64el.yaml": "ppc",
    ]) { tree in
      let (a, b) = (tree.appending("a"), tree.appending("b"))
      let text = try source(["DIB_BLOCK_DEVICE_CONFIG": "- x"], [a])
      #expect(text.bytes == Array("- x".utf8))
      let named = "file://\(tree)/mine.yaml"
      #expect(try source(["DIB_BLOCK_DEVICE_CONFIG": named], [a]).bytes == Array("mine".utf8))
      #expect(throws: InputError.self) {
        try source(["DIB_BLOCK_DEVICE_CONFIG": "file://\(tree)/none"])
      }
      #expect(try source([:], [b, a]).bytes == Array("default".utf8))
      #expect(try source([:], [b, a], "arm64").bytes == Array("arm64".utf8))
      #expect(try source([:], [b, a], "ppc64le").bytes == Array("ppc".utf8))
      #expect(try source(["DIB_BLOCK_DEVICE_CONFIG": ""], [b]) == .fallback)
    }
    let fallback = try DiskLayout(.fallback, LayoutDefaults())
    #expect(fallback.disks == [DiskDescription(name: "image0")])
    #expect(fallback.root?.device == .disk("image0"))
  }

  private static let efi = """
    - local_loop:
        name: image0
    - partitioning:
        base: image0
        label: gpt
        partitions:
          - name: ESP
            type: 'EF00'
            size: 550MiB
            mkfs:
              type: vfat
              mount:
                mount_point: /boot/efi
                fstab:
                  fsck-passno: 2
          - name: BSP
            type: 'EF02'
            size: 8MiB
          - name: swap0
            type: '8200'
            size: 64MiB
            mkfs:
              type: swap
              label: swap_label
              mount:
                mount_point: swap
                fstab:
                  options: unused
          - name: root
            size: 100%
            mkfs:
              name: mkfs_root
              mount:
                mount_point: /
                fstab:
                  options: rw
                  fsck-passno: 1

    """

  @Test("C116 nested modules are lifted out, children first, and named after what they stand on")
  func c116() {
    let (value, problems) = BlockDeviceDocument.parse(Array(Self.efi.utf8), path: "f")
    #expect(problems.isEmpty)
    #expect(
      value.entries.map(\.name) == [
        "image0", "fstab_mount_mkfs_ESP", "mount_mkfs_ESP", "mkfs_ESP", "fstab_mount_mkfs_swap0",
        "mount_mkfs_swap0", "mkfs_swap0", "fstab_mount_mkfs_root", "mount_mkfs_root", "mkfs_root",
        "partitioning_image0",
      ])
    #expect(
      value.entries.map(\.base) == [
        nil, "mount_mkfs_ESP", "mkfs_ESP", "ESP", "mount_mkfs_swap0", "mkfs_swap0", "swap0",
        "mount_mkfs_root", "mkfs_root", "root", "image0",
      ])
  }

  @Test("C117 mkfs_root takes type, options and label from the build where it has none")
  func c117() throws {
    let root = try layout(Self.efi, ["FS_TYPE": "xfs", "ROOT_LABEL": "x"], rootOptions: "-m crc=1")
      .root
    #expect(root?.type == "xfs" && root?.label == "x" && root?.options == ["-m", "crc=1"])
    #expect(try layout(Self.efi).root?.label == "cloudimg-rootfs")
    #expect(try layout(Self.efi, ["FS_TYPE": "xfs"]).root?.label == "img-rootfs")
    #expect(
      try layout(Self.efi, ["MAX_ONLINE_RESIZE": "9"], rootOptions: "-b 4096").root?.options == [
        "-E", "resize=9", "-i", "4096", "-J", "size=64", "-b", "4096",
      ])
    let own = Self.efi.replacing(
      "name: mkfs_root", with: "name: mkfs_root\n          type: ext3\n          label: own")
    let written = try layout(own, ["FS_TYPE": "xfs", "ROOT_LABEL": "x"]).root
    #expect(written?.type == "ext3" && written?.label == "own")
  }

  @Test("C118 sizes have binary or decimal units, which are case-sensitive") func c118() {
    let sizes: [(String, Int)] = [
      ("512", 512), ("1B", 1), ("2KiB", 2048), ("2 KiB", 2048), ("2K", 2000), ("2KB", 2000),
      ("3MiB", 3 << 20), ("3M", 3_000_000), ("40G", 40_000_000_000), ("1TiB", 1 << 40),
      ("1.5KiB", 1536), ("0.0001K", 0), ("MiB", 1 << 20),
    ]
    for (text, bytes) in sizes { #expect(VolumeSize(parsing: text) == .bytes(bytes), "\(text)") }
    for text in ["1mib", "1Mib", "1m", "1 gb"] { #expect(VolumeSize(parsing: text) == nil) }
    #expect(VolumeSize(parsing: "12.5 %") == .percent(12.5))
  }

  private static let disk = "- local_loop: {name: image0, size: 1GiB}\n"

  private func mkfs(_ properties: String, on base: String = "image0") -> String {
    Self.disk + "- mkfs: {name: mkfs_root, base: \(base), \(properties), mount: {mount_point: /}}\n"
  }

  @Test("C121 labels have the length that their file system allows, and differ") func c121() throws
  {
    for (type, length) in [
      ("ext2", 16), ("ext3", 16), ("ext4", 16), ("xfs", 12), ("vfat", 11), ("swap", 16),
    ] {
      let fitting = String(repeating: "a", count: length)
      let text = { (label: String) in "type: \(type), label: \(label)" }
      #expect(throws: InputError.self) { try layout(mkfs(text(fitting + "a"))) }
      guard type != "swap" else { continue }
      let label = try layout(mkfs(text(fitting))).root?.label
      #expect(label == (type == "vfat" ? fitting.uppercased() : fitting))
    }
    let second = { (label: String) in
      "- mkfs: {name: other, base: image0, type: vfat, label: \(label)}\n"
    }
    #expect(try layout(mkfs("label: a") + second("b")).fileSystems.map(\.label) == ["a", "B"])
    #expect(throws: InputError.self) { try layout(mkfs("label: A") + second("a")) }
    #expect(throws: InputError.self) {
      try layout(mkfs("type: ext4") + second("x"), ["ROOT_LABEL": "X"])
    }
  }

  @Test("C122 no two nodes have one name, and no two mounts one place") func c122() {
    let second = { (name: String, point: String) in
      "- mkfs: {name: \(name), base: image0, type: xfs, mount: {mount_point: \(point)}}\n"
    }
    let root = mkfs("type: ext4")
    #expect(throws: Never.self) { try layout(root + second("other", "/srv")) }
    let error = #expect(throws: InputError.self) { try layout(root + second("other", "/")) }
    #expect(error?.message == "the mount point `/` is used twice")
    #expect(throws: InputError.self) { try layout(root + second("mkfs_root", "/srv")) }
    #expect(throws: InputError.self) { try layout(root + second("image0", "/srv")) }
  }

  @Test("C123 fstab names labels, in the order of mounting, swap last") func c123() throws {
    let layout = try layout(Self.efi)
    #expect(layout.fileSystems.last?.device == .partition("swap0"))
    #expect(
      layout.fileSystemTable == """
        LABEL=cloudimg-rootfs / ext4 rw 0 1
        LABEL=MKFS_ESP /boot/efi vfat defaults 0 2
        LABEL=swap_label none swap sw 0 0

        """)
  }
}
