import Diagnostics

/// Where everything on a disk lies, in bytes.
package struct DiskPlacement: Sendable, Equatable {
  package let size: Int
  package let sectorSize: Int
  package let label: PartitionTable.Label?
  package let partitions: [PlacedPartition]
  /// The MBR partition that holds the logical ones.
  let extended: Range<Int>?

  /// Places the partitions of a disk of `size` bytes, by the rules of dib-contract section 11.3.
  ///
  /// - Throws: when they do not fit, which the reference leaves to the tools.
  package init(_ disk: DiskDescription, size: Int) throws(InputError) {
    self.size = size / disk.sectorSize * disk.sectorSize
    sectorSize = disk.sectorSize
    label = disk.partitionTable?.label
    guard let table = disk.partitionTable else {
      (partitions, extended) = ([], nil)
      return
    }
    var cursor = Cursor(size: self.size, alignment: table.alignment, sectorSize: sectorSize)
    partitions =
      try table.label == .gpt
      ? cursor.placeGPT(table.partitions) : cursor.placeMBR(table.partitions)
    extended = cursor.extended.map { [end = self.size] in $0..<end }
  }

  /// The place of a device on this disk; nil when it is elsewhere.
  package func range(of device: DeviceReference) -> Range<Int>? {
    switch device {
    case .disk: 0..<size
    case .partition(let name): partitions.first { $0.partition.name == name }?.range
    case .logicalVolume: nil
    }
  }
}

/// A partition and its place.
package struct PlacedPartition: Sendable, Equatable {
  package let partition: Partition
  /// As Linux counts: logical ones from 5.
  package let number: Int
  /// In bytes.
  package let range: Range<Int>
  /// The boot record before a logical partition.
  var record: Int?
}

/// The place for the next partition.
private struct Cursor {
  let size: Int
  let alignment: Int
  let sectorSize: Int
  private(set) var extended: Int?
  private var next: Int

  init(size: Int, alignment: Int, sectorSize: Int) {
    self.size = size
    self.alignment = alignment
    self.sectorSize = sectorSize
    next = alignment
  }

  /// As sgdisk is called for it: sizes in whole MiB; the last MiB is for the second table.
  mutating func placeGPT(_ partitions: [Partition]) throws(InputError) -> [PlacedPartition] {
    var placed: [PlacedPartition] = []
    for (index, partition) in partitions.enumerated() {
      let free = size - alignment - next
      let length = try length(of: partition, free: free, unit: alignment)
      placed.append(
        PlacedPartition(partition: partition, number: index + 1, range: next..<next + length))
      next += length
    }
    return placed
  }

  mutating func placeMBR(_ partitions: [Partition]) throws(InputError) -> [PlacedPartition] {
    var placed: [PlacedPartition] = []
    for partition in partitions {
      let free = size - next - alignment
      let length = try length(of: partition, free: free, unit: sectorSize)
      let place = try partition.isPrimary ? nil : beginLogical(placed)
      if partition.isPrimary { try requirePrimaryPlace(partition, placed) }
      let count = placed.count { $0.partition.isPrimary == partition.isPrimary }
      placed.append(
        PlacedPartition(
          partition: partition, number: (partition.isPrimary ? 1 : 5) + count,
          range: next..<next + length, record: place))
      guard (next + length) / sectorSize <= Int(UInt32.max) else { throw Self.tooLarge }
      next = (next + length + alignment - 1) / alignment * alignment
    }
    return placed
  }

  /// The table counts sectors in 32 bits.
  private static let tooLarge = InputError(
    "a partition ends behind what an MBR can tell of, 2^32 sectors",
    hint: "use `label: gpt`, such as with the element `block-device-gpt`, or a smaller disk")

  /// Makes place for a boot record, and gives where it is.
  private mutating func beginLogical(_ placed: [PlacedPartition]) throws(InputError) -> Int {
    if extended == nil {
      guard placed.count < 4 else { throw Self.tooMany }
      extended = next
    }
    let record = next
    next += alignment
    return record
  }

  private func requirePrimaryPlace(
    _ partition: Partition, _ placed: [PlacedPartition]
  ) throws(InputError) {
    guard extended == nil else {
      throw InputError(
        "the primary partition `\(partition.name)` stands behind a logical one",
        hint: "put primary partitions first")
    }
    guard placed.count < 4 else { throw Self.tooMany }
  }

  private static let tooMany = InputError(
    "an mbr table has only four places", hint: "leave out the flag `primary` of some partitions")

  private func length(
    of partition: Partition, free: Int, unit: Int
  ) throws(InputError) -> Int {
    let wanted =
      switch partition.size {
      case .bytes(let bytes): bytes
      case .percentOfRest(let percent): Int(Double(max(0, free)) * percent / 100)
      }
    let length = wanted / unit * unit
    guard length > 0, length <= free else {
      throw InputError(
        """
        partition `\(partition.name)` of \(wanted) bytes does not fit into the \(max(0, free)) \
        that are left of the disk's \(size)
        """, hint: "make the disk larger, for instance with `--image-size`")
    }
    return length
  }
}
