import Diagnostics
@testable import ImageBuilder
import TestSupport
import Testing

/// After dib-contract section 11.3.
@Suite struct DiskPlacementTests {
  private static let mebibyte = 1 << 20

  private func place(
    _ label: PartitionTable.Label, _ partitions: [Partition], mebibytes: Int = 100,
    sectorSize: Int = 512
  ) throws -> DiskPlacement {
    try DiskPlacement(
      DiskDescription(
        name: "image0", sectorSize: sectorSize,
        partitionTable: PartitionTable(label: label, partitions: partitions)),
      size: mebibytes << 20)
  }

  private func ranges(_ placement: DiskPlacement) -> [Range<Int>] {
    placement.partitions.map { $0.range.lowerBound >> 20..<$0.range.upperBound >> 20 }
  }

  private func partition(
    _ name: String, _ size: Partition.Size, type: String = "83", isPrimary: Bool = true
  ) -> Partition {
    Partition(name: name, size: size, type: type, isPrimary: isPrimary)
  }

  @Test func wholeOfAnMBRDiskIsTwoMebibytesLess() throws {
    #expect(ranges(try place(.mbr, [partition("root", .percentOfRest(100))])) == [1..<99])
  }

  @Test func whatAnMBRCannotCountIsAnError() throws {
    let whole = [partition("root", .percentOfRest(100))]
    _ = try place(.mbr, whole, mebibytes: 2 << 20)
    #expect(throws: InputError.self) { try place(.mbr, whole, mebibytes: 3 << 20) }
    _ = try place(.mbr, whole, mebibytes: 3 << 20, sectorSize: 4096)
    _ = try place(.gpt, whole, mebibytes: 3 << 20)
  }

  @Test func logicalPartitionsHaveARecordBefore() throws {
    let placement = try place(
      .mbr,
      [
        partition("a", .bytes(10 << 20)), partition("b", .bytes(20 << 20), isPrimary: false),
        partition("c", .percentOfRest(100), isPrimary: false),
      ])
    #expect(ranges(placement) == [1..<11, 12..<32, 33..<100])
    #expect(placement.partitions.map(\.number) == [1, 5, 6])
    #expect(placement.partitions.map { $0.record.map { $0 >> 20 } } == [nil, 11, 32])
    #expect(placement.extended == 11 << 20..<100 << 20)
  }

  @Test func percentagesAreOfTheRest() throws {
    let gpt = try place(
      .gpt,
      [
        partition("a", .bytes(8 << 20), type: "EF02"),
        partition("b", .percentOfRest(50), type: "8300"),
        partition("c", .percentOfRest(100), type: "8300"),
      ])
    #expect(ranges(gpt) == [1..<9, 9..<54, 54..<99])
    #expect(gpt.range(of: .partition("b")) == 9 << 20..<54 << 20)
    #expect(gpt.range(of: .partition("x")) == nil)
  }

  @Test func sizesInGPTAreWholeMebibytes() throws {
    #expect(ranges(try place(.gpt, [partition("a", .bytes(10_500_000))])) == [1..<11])
  }

  @Test(arguments: [PartitionTable.Label.mbr, .gpt]) func tooLargeIsAnError(
    label: PartitionTable.Label
  ) {
    #expect(throws: InputError.self) { try place(label, [partition("a", .bytes(99 << 20))]) }
    #expect(throws: InputError.self) {
      try place(label, [partition("a", .percentOfRest(100)), partition("b", .bytes(1 << 20))])
    }
    #expect(throws: InputError.self) { try place(label, [partition("a", .bytes(0))]) }
  }

  @Test func primaryPartitionsComeFirstAndAreFour() {
    #expect(throws: InputError.self) {
      try place(
        .mbr,
        [partition("a", .bytes(1 << 20), isPrimary: false), partition("b", .bytes(1 << 20))])
    }
    let five = (0..<5).map { partition("\($0)", .bytes(1 << 20)) }
    #expect(throws: InputError.self) { try place(.mbr, five) }
  }

  @Test func bootCodeKnowsItsPlace() throws {
    let code = BootCode(
      boot: [UInt8](repeating: 1, count: 512), core: [UInt8](repeating: 2, count: 1500))
    let gpt = try place(
      .gpt,
      [
        partition("a", .bytes(4 << 20), type: "8300"),
        partition("b", .bytes(1 << 20), type: "EF02"),
      ])
    let pieces = try code.pieces(for: gpt)
    #expect(pieces.map(\.offset) == [0, 5 << 20])
    #expect(pieces[0].bytes.count == 440)
    #expect(pieces[0].bytes[0x5C..<0x64] == [0, 0x28, 0, 0, 0, 0, 0, 0])
    #expect(pieces[1].bytes[0x1F4..<0x200] == [1, 0x28, 0, 0, 0, 0, 0, 0, 2, 0, 0x20, 8])
    let mbr = try place(.mbr, [partition("a", .bytes(4 << 20))])
    #expect(try code.pieces(for: mbr).map(\.offset) == [0, 512])
    let large = BootCode(boot: code.boot, core: [UInt8](repeating: 2, count: 1 << 20))
    #expect(throws: InputError.self) { try large.pieces(for: mbr) }
    #expect(try code.pieces(for: place(.gpt, [partition("a", .bytes(4 << 20))])).isEmpty)
  }

  @Test func checksumIsTheCommonOne() {
    #expect(CyclicRedundancyCheck.of(Array("123456789".utf8)) == 0xCBF4_3926)
  }
}
