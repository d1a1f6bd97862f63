@testable import ImageBuilder
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// Partition tables, sizes and file systems.
@Suite struct DiskFactTests {
  private func pieces(
    _ label: PartitionTable.Label, _ partitions: [Partition], mebibytes: Int
  ) throws -> [DiskPiece] {
    var generator = SeededGenerator(seed: 1)
    let table = PartitionTable(label: label, partitions: partitions)
    return try DiskPlacement(
      DiskDescription(name: "image0", partitionTable: table), size: mebibytes << 20
    ).tablePieces(using: &generator)
  }

  /// What sfdisk reads, without identities, which are random.
  private func table(of file: FilePath) async throws -> [String] {
    try await output(of: "sfdisk", "--dump", file.string).split(separator: "\n")
      .filter { $0.contains("start=") }
      .map { String($0.drop { $0 != ":" }.replacing(#/uuid=[^,]+, /#, with: "")) }
  }

  @Test("C119 a GPT is what sgdisk makes of the same partitions") func c119() async throws {
    try await withTemporaryFolder { folder in
      let (own, other) = (folder.appending("own"), folder.appending("other"))
      let file = try DiskFile.create(own, size: 1 << 30)
      try file.write(
        pieces(
          .gpt,
          [
            Partition(name: "ESP", size: .bytes(550 << 20), type: "EF00"),
            Partition(name: "BSP", size: .bytes(8 << 20), type: "EF02"),
            Partition(name: "root", size: .percentOfRest(100), type: "8300"),
          ], mebibytes: 1024))
      _ = try DiskFile.create(other, size: 1 << 30)
      _ = try await output(
        of: "sgdisk", "-n", "1:0:+550M", "-t", "1:EF00", "-c", "1:ESP", "-n", "2:0:+8M", "-t",
        "2:EF02", "-c", "2:BSP", "-n", "3:0:+464M", "-t", "3:8300", "-c", "3:root", other.string)
      let tables = (try await table(of: own), try await table(of: other))
      #expect(tables.0 == tables.1 && tables.0.count == 3)
      #expect(try await output(of: "sgdisk", "--verify", own.string).contains("No problems"))
    }
  }

  private func hex(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined(separator: " ")
  }

  /// The rows of a boot record that are used.
  private func rows(_ piece: DiskPiece) -> [String] {
    (0..<4).map { hex(piece.bytes[446 + 16 * $0..<462 + 16 * $0]) }
      .filter { $0 != Array(repeating: "00", count: 16).joined(separator: " ") }
  }

  private func partition(
    _ name: String, _ size: Partition.Size, type: String = "83", isBootable: Bool = false,
    isPrimary: Bool = true
  ) -> Partition {
    Partition(name: name, size: size, type: type, isBootable: isBootable, isPrimary: isPrimary)
  }

  /// The bytes are what diskimage-builder 3.43.0 wrote when it was run.
  @Test("C120 an MBR is the reference's to the byte, but for the random identity") func c120()
    throws
  {
    let whole = try pieces(
      .mbr, [partition("root", .percentOfRest(100), isBootable: true)], mebibytes: 100)
    #expect(whole.map(\.offset) == [0])
    #expect(whole[0].bytes[..<440].allSatisfy { $0 == 0 })
    #expect(hex(whole[0].bytes[444..<446]) == "00 00" && hex(whole[0].bytes[510...]) == "55 aa")
    #expect(rows(whole[0]) == ["80 20 21 00 83 aa 13 0c 00 08 00 00 00 10 03 00"])
    let large = try pieces(
      .mbr,
      [
        partition("a", .bytes(1000 << 20)), partition("b", .bytes(2777 << 20)),
        partition("c", .percentOfRest(100)),
      ], mebibytes: 9000)
    #expect(
      rows(large[0]) == [
        "00 20 21 00 83 1c 3d 80 00 08 00 00 00 40 1f 00",
        "00 1c 3d 80 83 84 7f e3 00 48 1f 00 00 c8 56 00",
        "00 84 7f e3 83 fe ff ff 00 10 76 00 00 28 a3 00",
      ])
    let chain = try pieces(
      .mbr,
      [
        partition("a", .bytes(10 << 20)),
        partition("b", .bytes(20 << 20), type: "0x41", isPrimary: false),
        partition("c", .percentOfRest(100), isPrimary: false),
      ], mebibytes: 20_000)
    #expect(chain.map(\.offset) == [0, 11 << 20, 32 << 20])
    #expect(
      chain.map(rows) == [
        [
          "00 20 21 00 83 67 26 01 00 08 00 00 00 50 00 00",
          "00 67 26 01 0f fe ff ff 00 58 00 00 00 a8 70 02",
        ],
        [
          "00 20 21 00 41 ae 2b 02 00 08 00 00 00 a0 00 00",
          "00 ae 2b 02 05 fe ff ff 00 a8 00 00 00 00 70 02",
        ],
        ["00 20 21 00 83 fe ff ff 00 08 00 00 00 f8 6f 02"],
      ])
  }

  @Test("C126 a disk is as large as the documented rules say", .requires(.root)) func c126()
    async throws
  {
    func bytes(
      _ variables: [String: String], _ measured: Int, _ type: String = "ext4", efi: Bool = false
    ) throws -> Int {
      try DiskSizeRules(variables: variables)
        .bytes(measured: measured, rootType: type, hasSystemPartition: efi)
    }
    #expect(try bytes([:], 43_050) == 137_344 << 10)
    #expect(try bytes(["DIB_IMAGE_SIZE": "0.2"], 43_050) == 214_761_472)
    #expect(try bytes(["DIB_IMAGE_SIZE": "2"], 1, efi: true) == (2 << 30) + (525 << 20))
    #expect(try bytes(["DIB_IMAGE_EXTRA_SIZE": "1"], 64, "xfs") == 1088 << 10)
    #expect(try bytes(["DIB_JOURNAL_SIZE": "128"], 0) == 128 << 20)
    #expect(try bytes([:], 60, "xfs") == 128 << 10)
    try await ImageSite.with {
      try await $0.build(["-t", "raw", "--image-size", "0.2"])
      #expect(FileStatus($0.folder.appending("image.raw"))?.size == 214_761_472)
    }
  }

  @Test("C127 block-device-efi adds 525 MiB even to a size that was given", .requires(.root))
  func c127() async throws {
    let others: [String: FixtureFile] = [
      "block-device-efi/block-device-default.yaml":
        """
      - local_loop: {name: image0}
      - partitioning:
          base: image0
          label: gpt
          partitions:
            - {name: ESP, type: 'EF00', size: 550MiB, mkfs: {type: vfat, mount: {mount_point: /boot/efi}}}
            - {name: root, size: '100%', mkfs: {name: mkfs_root, mount: {mount_point: /}}}

      """
    ]
    try await ImageSite.with(others: others) {
      try await $0.build(
        ["-t", "raw"], ["fake-os", "block-device-efi", "test"],
        ["DIB_IMAGE_SIZE": "0.2", "DIB_JOURNAL_SIZE": "4"])
      // 209715 KiB and 525 MiB, rounded up to 64 KiB.
      #expect(FileStatus($0.folder.appending("image.raw"))?.size == 747_328 << 10)
    }
  }

  @Test(
    "C128 ext4 has an inode in 4 KiB, a journal of 64 MiB and the label cloudimg-rootfs",
    .requires(.root))
  func c128() async throws {
    try await ImageSite.with {
      try await $0.build(["-t", "raw", "--image-size", "0.2"])
      let superBlock = try await $0.superBlock(of: "image.raw")
      func value(_ key: String) -> String {
        let row = superBlock.split(separator: "\n").first { $0.hasPrefix("\(key):") } ?? ""
        return String(row.dropFirst(key.count + 1).drop { $0 == " " })
      }
      #expect(value("Filesystem volume name") == "cloudimg-rootfs")
      #expect(value("Total journal size") == "64M")
      let inodes = try #require(Int(value("Inode count")))
      #expect(abs(214_761_472 / 4096 - inodes) < inodes / 50)
    }
  }
}
