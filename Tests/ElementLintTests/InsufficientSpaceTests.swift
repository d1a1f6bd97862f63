import Diagnostics
import TestSupport
import Testing

/// The sums of sizes in block-device configurations.
struct InsufficientSpaceTests {
  private func findings(
    partitions: [String], volumes: [String] = [], disk: String? = nil
  ) async throws -> [String] {
    let table = partitions.enumerated().map {
      "      - {name: p\($0.offset), size: '\($0.element)'}"
    }
    let logical = volumes.enumerated().map {
      "      - {name: l\($0.offset), base: vg, \($0.element)}"
    }
    let text =
      ["- local_loop: {name: image0\(disk.map { ", size: \($0)" } ?? "")}"]
      + ["- partitioning:", "    base: image0", "    label: gpt", "    partitions:"] + table
      + (volumes.isEmpty ? [] : Self.manager + logical)
    let file = FixtureFile.text(text.joined(separator: "\n") + "\n")
    return try await reports(["BD9"], ["foo/block-device-default.yaml": file]).map(\.message.text)
  }

  private static let manager = [
    "- lvm:", "    name: lvm", "    pvs: [{name: pv, base: p0}]",
    "    vgs: [{name: vg, base: [pv]}]", "    lvs:",
  ]

  @Test(
    arguments: [
      (["100%"], nil, []), (["50%", "50%", "100%"], nil, []), (["1GiB", "100%"], "2GiB", []),
      (["101%"], nil, ["`101%` is too much: that is more than there is"]),
      (["100%", "1MiB"], nil, ["`1MiB` is too much: nothing is left"]),
      (["2GiB"], "2GiB", ["`2GiB` is too much: only 2046 MiB are left"]),
      (["50%", "600MiB"], "1GiB", ["`600MiB` is too much: only 511 MiB are left"]),
      (["8EiB"], "1GiB", ["`8EiB` is no size"]),
    ] as [([String], String?, [String])])
  func partitionsShareTheDisk(
    _ partitions: [String], _ disk: String?, _ messages: [String]
  ) async throws {
    #expect(try await findings(partitions: partitions, disk: disk) == messages)
  }

  @Test(arguments: [
    (["extents: 57%VG", "extents: 43%VG"], []),
    (["extents: 60%VG", "extents: 50%VG"], ["`50%VG` is too much: only 40 % is left"]),
    (["size: 3GiB", "extents: 50%VG"], ["`50%VG` is too much: only 1020 MiB are left"]),
    (["size: 3GiB", "extents: 100%FREE"], []),
    (["extents: 100%FREE", "size: 1GiB"], ["`1GiB` is too much: nothing is left"]),
    (["size: 3GiB, type: thin-pool", "size: 9GiB, type: thin, thin-pool: l0"], []),
    (["extents: nan%VG", "extents: x%VG"], []),
  ])
  func volumesShareTheGroup(_ volumes: [String], _ messages: [String]) async throws {
    #expect(try await findings(partitions: ["4GiB"], volumes: volumes) == messages)
  }
}
