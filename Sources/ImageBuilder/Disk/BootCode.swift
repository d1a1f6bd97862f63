import Diagnostics
import SystemPackage

/// The parts of GRUB that a BIOS starts, which an element leaves in the tree and which have to be told
/// where they lie on the disk.
///
/// `grub-bios-setup` would insist on guessing the disks of the host; all it does to a disk is this
/// (GRUB's `grub-core/boot/i386/pc/boot.S` and `diskboot.S`).
struct BootCode: Sendable {
  /// Begins with the code that fits into an MBR.
  let boot: [UInt8]
  let core: [UInt8]

  static let bootFile: FilePath = "boot/grub/i386-pc/boot.img"
  static let coreFile: FilePath = "boot/grub/i386-pc/core.img"
  private static let sector = 512
  /// How much of the first sector is code.
  static let length = 440

  /// What is to be written to a disk; nothing where a BIOS can find no boot loader: on a disk without
  /// partitions, without a BIOS boot partition, or with large sectors.
  func pieces(for placement: DiskPlacement) throws(InputError) -> [DiskPiece] {
    guard placement.sectorSize == Self.sector, let gap = Self.gap(of: placement),
      boot.count >= Self.sector, core.count >= Self.sector
    else { return [] }
    guard core.count <= gap.count else {
      throw InputError(
        "`/\(Self.coreFile)` has \(core.count) bytes, and there is place for \(gap.count)",
        hint: "make the BIOS boot partition, or the space before the first one, larger")
    }
    let place = UInt64(gap.lowerBound / Self.sector)
    return [
      DiskPiece(offset: 0, bytes: code(loading: place)),
      DiskPiece(offset: gap.lowerBound, bytes: core(at: place)),
    ]
  }

  private static func gap(of placement: DiskPlacement) -> Range<Int>? {
    switch placement.label {
    case .gpt: placement.partitions.first { $0.partition.kind == .biosBoot }?.range
    case .mbr: placement.partitions.first.map { sector..<($0.record ?? $0.range.lowerBound) }
    case nil: nil
    }
  }

  /// Without the disk's identity and table, which follow it.
  private func code(loading place: UInt64) -> [UInt8] {
    var bytes = Array(boot[..<Self.length])
    bytes.put(place, at: 0x5C)
    return bytes
  }

  /// The first sector loads the others, in one block.
  private func core(at place: UInt64) -> [UInt8] {
    var bytes = core
    let sectors = (core.count + Self.sector - 1) / Self.sector
    bytes.put(place + 1, at: 0x1F4)
    bytes.put(UInt16(clamping: sectors - 1), at: 0x1FC)
    bytes.put(UInt16(0x820), at: 0x1FE)
    return bytes
  }
}
