/// A piece of a disk, to be written at an offset.
struct DiskPiece: Sendable, Equatable {
  let offset: Int
  let bytes: [UInt8]
}

extension DiskPlacement {
  /// What the partition table looks like on the disk; nothing for a disk without one.
  ///
  /// Written here and not by sfdisk, which takes the sector size from a device and so cannot make
  /// a table for sectors of 4096 bytes in a plain file.
  func tablePieces(using generator: inout some RandomNumberGenerator) -> [DiskPiece] {
    switch label {
    case .mbr: MasterBootRecord(self).pieces(using: &generator)
    case .gpt: GUIDPartitionTable(self).pieces(using: &generator)
    case nil: []
    }
  }
}

/// Numbers are stored with the lowest byte first.
extension [UInt8] {
  mutating func put(_ number: some FixedWidthInteger, at offset: Int) {
    Swift.withUnsafeBytes(of: number.littleEndian) { bytes in
      replaceSubrange(offset..<offset + bytes.count, with: bytes)
    }
  }
}
