/// An MBR partition table, with the chain of boot records that logical partitions need.
struct MasterBootRecord {
  private let placement: DiskPlacement

  init(_ placement: DiskPlacement) { self.placement = placement }

  func pieces(using generator: inout some RandomNumberGenerator) -> [DiskPiece] {
    [DiskPiece(offset: 0, bytes: record(using: &generator))] + logicalRecords
  }

  private func record(using generator: inout some RandomNumberGenerator) -> [UInt8] {
    var bytes = Self.emptyRecord
    bytes.put(UInt32.random(in: 1...UInt32.max, using: &generator), at: 440)
    let primary = placement.partitions.filter(\.partition.isPrimary)
    for (index, placed) in primary.enumerated() {
      put(placed.partition, placed.range, origin: 0, slot: index, in: &bytes)
    }
    if let extended = placement.extended {
      put(type: 0x0F, isBootable: false, extended, origin: 0, slot: primary.count, in: &bytes)
    }
    return bytes
  }

  /// Each names its own partition, counted from itself, and the next record, counted from the start
  /// of the extended partition.
  private var logicalRecords: [DiskPiece] {
    let logical = placement.partitions.filter { !$0.partition.isPrimary }
    let start = placement.extended?.lowerBound ?? 0
    return logical.indices.map { index in
      let record = logical[index].record ?? 0
      var bytes = Self.emptyRecord
      put(logical[index].partition, logical[index].range, origin: record, slot: 0, in: &bytes)
      if index + 1 < logical.count, let next = logical[index + 1].record {
        put(
          type: 0x05, isBootable: false, next..<logical[index + 1].range.upperBound,
          origin: start, slot: 1, in: &bytes)
      }
      return DiskPiece(offset: record, bytes: bytes)
    }
  }

  private func put(
    _ partition: Partition, _ range: Range<Int>, origin: Int, slot: Int, in bytes: inout [UInt8]
  ) {
    put(
      type: partition.typeByte ?? 0x83, isBootable: partition.isBootable, range, origin: origin,
      slot: slot, in: &bytes)
  }

  private func put(
    type: UInt8, isBootable: Bool, _ range: Range<Int>, origin: Int, slot: Int,
    in bytes: inout [UInt8]
  ) {
    let offset = 446 + 16 * slot
    bytes[offset] = isBootable ? 0x80 : 0
    bytes[offset + 4] = type
    let sector = placement.sectorSize
    let (start, count) = ((range.lowerBound - origin) / sector, range.count / sector)
    bytes.replaceSubrange(offset + 1..<offset + 4, with: Self.geometry(of: start))
    bytes.replaceSubrange(offset + 5..<offset + 8, with: Self.geometry(of: start + count))
    bytes.put(UInt32(clamping: start), at: offset + 8)
    bytes.put(UInt32(clamping: count), at: offset + 12)
  }

  /// Head, sector and cylinder, which no firmware of today looks at, as the reference computes them
  /// (dib-contract section 11.3): it takes the sector behind the last for the end, and puts all of
  /// the cylinder's upper bits over the sector's.
  private static func geometry(of sector: Int) -> [UInt8] {
    let (heads, sectors, cylinders) = (254, 63, 1023)
    guard sector <= cylinders * heads * sectors else {
      return [UInt8(heads), UInt8(sectors | 0xC0), 0xFF]
    }
    let cylinder = sector / (heads * sectors)
    return [
      UInt8(sector / sectors % heads), UInt8(sector % sectors + 1 | cylinder / 4),
      UInt8(truncatingIfNeeded: cylinder),
    ]
  }

  private static var emptyRecord: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 512)
    bytes.replaceSubrange(510..<512, with: [0x55, 0xAA])
    return bytes
  }
}
