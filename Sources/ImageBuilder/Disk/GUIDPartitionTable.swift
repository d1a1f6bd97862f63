/// A GUID partition table (UEFI specification, section 5.3): one at each end of the disk, and an MBR
/// that keeps other programs away.
struct GUIDPartitionTable {
  private let placement: DiskPlacement
  private let sector: Int
  private static let entryCount = 128
  private static let entrySize = 128

  init(_ placement: DiskPlacement) {
    self.placement = placement
    sector = placement.sectorSize
  }

  func pieces(using generator: inout some RandomNumberGenerator) -> [DiskPiece] {
    let entries = entries(using: &generator)
    let disk = GUID(using: &generator)
    let lastEntries = last - entrySectors
    let first = header(at: 1, other: last, entriesAt: 2, disk, entries)
    let second = header(at: last, other: 1, entriesAt: lastEntries, disk, entries)
    return [
      DiskPiece(offset: 0, bytes: protectiveRecord),
      DiskPiece(offset: sector, bytes: first),
      DiskPiece(offset: 2 * sector, bytes: entries),
      DiskPiece(offset: lastEntries * sector, bytes: entries),
      DiskPiece(offset: last * sector, bytes: second),
    ]
  }

  /// The number of the last sector.
  private var last: Int { placement.size / sector - 1 }
  private var entrySectors: Int { Self.entryCount * Self.entrySize / sector }

  private func entries(using generator: inout some RandomNumberGenerator) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.entryCount * Self.entrySize)
    for (index, placed) in placement.partitions.enumerated() {
      let offset = index * Self.entrySize
      let type = placed.partition.kind.flatMap { GUID(parsing: $0.identifier) }
      bytes.replaceSubrange(offset..<offset + 16, with: type?.bytes ?? [])
      let identity = GUID(using: &generator)
      bytes.replaceSubrange(offset + 16..<offset + 32, with: identity.bytes)
      bytes.put(UInt64(placed.range.lowerBound / sector), at: offset + 32)
      bytes.put(UInt64(placed.range.upperBound / sector - 1), at: offset + 40)
      for (position, unit) in placed.partition.name.utf16.prefix(36).enumerated() {
        bytes.put(unit, at: offset + 56 + 2 * position)
      }
    }
    return bytes
  }

  private func header(
    at place: Int, other: Int, entriesAt: Int, _ disk: GUID, _ entries: [UInt8]
  ) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 92)
    bytes.replaceSubrange(0..<8, with: "EFI PART".utf8)
    bytes.put(UInt32(0x10000), at: 8)
    bytes.put(UInt32(bytes.count), at: 12)
    bytes.put(UInt64(place), at: 24)
    bytes.put(UInt64(other), at: 32)
    bytes.put(UInt64(2 + entrySectors), at: 40)
    bytes.put(UInt64(last - entrySectors - 1), at: 48)
    bytes.replaceSubrange(56..<72, with: disk.bytes)
    bytes.put(UInt64(entriesAt), at: 72)
    bytes.put(UInt32(Self.entryCount), at: 80)
    bytes.put(UInt32(Self.entrySize), at: 84)
    bytes.put(CyclicRedundancyCheck.of(entries), at: 88)
    bytes.put(CyclicRedundancyCheck.of(bytes), at: 16)
    return bytes
  }

  private var protectiveRecord: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 512)
    bytes.replaceSubrange(446..<454, with: [0, 0, 2, 0, 0xEE, 0xFF, 0xFF, 0xFF])
    bytes.put(UInt32(1), at: 454)
    bytes.put(UInt32(clamping: last), at: 458)
    bytes.replaceSubrange(510..<512, with: [0x55, 0xAA])
    return bytes
  }
}

/// The checksum of GPT, which is that of Ethernet.
enum CyclicRedundancyCheck {
  static func of(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { check, byte in
      table[Int(UInt8(truncatingIfNeeded: check) ^ byte)] ^ check >> 8
    }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }
}
