import Diagnostics
@testable import ImageBuilder
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// After dib-contract section 11.
@Suite struct DiskLayoutTests {
  @Test func fallbackIsOneFileSystem() throws {
    let layout = try DiskLayout(.fallback, LayoutDefaults())
    #expect(layout.disks == [DiskDescription(name: "image0")])
    #expect(layout.root?.device == .disk("image0"))
    #expect(layout.fileSystemTable == "LABEL=cloudimg-rootfs / ext4 defaults 0 1\n")
  }

  @Test func partitionsAreAsWritten() throws {
    let text = """
      - local_loop: {name: image0, size: 2G, block_size: 4096}
      - partitioning:
          base: image0
          label: mbr
          align: 2MiB
          partitions:
            - {name: a, size: 8MiB, type: '0x41', flags: [boot, primary]}
            - {name: b, size: '50%', mkfs: {name: mkfs_root, mount: {mount_point: /}}}

      """
    let disk = try layout(text).disks[0]
    #expect(disk.size == 2_000_000_000)
    #expect(disk.sectorSize == 4096)
    #expect(
      disk.partitionTable
        == PartitionTable(
          label: .mbr, alignment: 2 << 20,
          partitions: [
            Partition(
              name: "a", size: .bytes(8 << 20), type: "0x41", isBootable: true, isPrimary: true),
            Partition(name: "b", size: .percentOfRest(50), type: "83"),
          ]))
    #expect(try layout(text, ["DIB_BLOCK_SIZE": "512"]).disks[0].sectorSize == 512)
  }

  @Test func volumesAreInGroups() throws {
    let text = """
      - local_loop: {name: image0}
      - lvm:
          name: lvm
          pvs: [{name: pv, base: image0, options: ['--force']}]
          vgs: [{name: vg, base: [pv], options: ['--yes']}]
          lvs:
            - {name: pool, base: vg, type: thin-pool, extents: '90%VG'}
            - {name: lv, base: vg, size: 13MiB, type: thin, thin-pool: pool}
      - mkfs: {name: mkfs_root, base: lv, mount: {mount_point: /}}

      """
    let layout = try layout(text)
    #expect(
      layout.volumeGroups == [
        VolumeGroup(
          name: "vg",
          physicalVolumes: [
            PhysicalVolume(name: "pv", device: .disk("image0"), options: ["--force"])
          ],
          options: ["--yes"],
          logicalVolumes: [
            LogicalVolume(name: "pool", size: .extents("90%VG"), kind: .thinPool),
            LogicalVolume(name: "lv", size: .bytes(12 << 20), kind: .thin(pool: "pool")),
          ])
      ])
    #expect(layout.root?.device == .logicalVolume(group: "vg", name: "lv"))
  }

  private static let disk = "- local_loop: {name: image0}\n"

  @Test(
    arguments: [
      (disk, 1, nil), ("- local_loop: {name: other, mkfs: {type: xfs}}\n", 1, nil),
      ("- local_loop: {name: image0, sise: 1}\n", 1, 30),
      ("- local_loop: {name: image0, size: 5%}\n", 1, 36),
      ("- local_loop: {name: image0, block_size: 1KiB}\n", 1, 42),
      (disk + "- mkfs: {name: mkfs_root, label: seventeen-letters, base: image0}\n", 2, 34),
      (disk + "- mkfs: {base: image0, type: xfs, mount: {mount_point: srv}}\n", 2, 56),
      (
        disk
          + "- partitioning: {base: image0, label: gpt, partitions: [{name: a, size: 1M, type: xx}]}\n",
        2, 83
      ),
      (
        disk
          + "- mkfs: {name: x, type: xfs, base: mount_y}\n- mount: {name: mount_y, mount_point: /, base: image0}\n",
        2, 36
      ),
    ] as [(String, Int, Int?)])
  func errorsNameTheirPlace(text: String, line: Int, column: Int?) throws {
    let error = try #require(throws: InputError.self) { try layout(text) }
    #expect(error.location?.path == "f.yaml")
    if let column { #expect(error.location?.start == SourcePosition(line: line, column: column)) }
    #expect(error.hint != nil)
  }

  @Test func rootsLabelMustDiffer() {
    let text =
      Self.disk + "- mkfs: {name: mkfs_root, base: image0, mount: {mount_point: /}}\n"
      + "- mkfs: {name: b, base: image0, type: xfs, label: same}\n"
    #expect(throws: InputError.self) { try layout(text, ["ROOT_LABEL": "same"]) }
  }

  @Test func onePlaceInTwoSpellingsIsAnError() throws {
    let text =
      Self.disk + "- mkfs: {name: mkfs_root, base: image0, mount: {mount_point: /var}}\n"
      + "- mkfs: {name: b, base: image0, type: xfs, mount: {mount_point: /var//}}\n"
    let error = try #require(throws: InputError.self) { try layout(text) }
    #expect(error.message == "`mkfs_root` and `b` are both mounted at `/var`")
    #expect(error.location?.start?.line == 3)
  }
}

@Suite struct DiskSizeRulesTests {
  @Test func otherTextsAreRefused() {
    #expect(throws: InputError.self) { try DiskSizeRules(variables: ["DIB_IMAGE_SIZE": "5G"]) }
  }

  @Test(arguments: ["abc", "0.5", "0", "-1", "1 2", "99999999999999999999"])
  func whatMkfsTakesWholeIsRefusedOtherwise(_ text: String) {
    for name in ["DIB_JOURNAL_SIZE", "MAX_ONLINE_RESIZE"] {
      #expect {
        try DiskSizeRules(variables: [name: text])
      } throws: {
        ($0 as? InputError)?.message == "`\(name)` is `\(text)`, which is no whole number above 0"
      }
    }
  }

  @Test func oldReleasesGetNoChecksums() throws {
    let rules = try DiskSizeRules(variables: ["DIB_RELEASE": "trusty", "DIB_JOURNAL_SIZE": "16"])
    #expect(
      rules.rootOptions(for: "ext4") == [
        "-O", "^metadata_csum", "-i", "4096", "-J", "size=16",
      ])
    #expect(rules.rootOptions(for: "xfs") == [])
  }
}
