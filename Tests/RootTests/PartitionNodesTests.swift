import Glibc
@testable import Sandbox
import SystemPackage
import TestSupport
import Testing

/// The nodes of partitions in a `/dev` that knows nothing of new devices.
@Suite(.requires(.root)) struct PartitionNodesTests {
  @Test func whatIsMadeIsGoneWithItsUser() throws {
    try withDevice(["p1": "259:1\n"]) { kernel, nodes in
      var held: PartitionNodes? = try PartitionNodes(of: "x", in: kernel, at: nodes)
      #expect(held?.paths == [1: nodes.appending("xp1")])
      #expect(numbers(nodes.appending("xp1")) == [259, 1])
      held = nil
      #expect(try nodes.children() == [])
    }
  }

  @Test func aNodeWithTheNumbersOfAnotherDeviceIsMadeAnew() throws {
    try withDevice(["p1": "259:1\n"]) { kernel, nodes in
      let node = nodes.appending("xp1")
      try #require(mknod(node.string, S_IFBLK | 0o600, 259 << 8 | 7) == 0)
      let held = try PartitionNodes(of: "x", in: kernel, at: nodes)
      #expect(numbers(node) == [259, 1])
      held.remove()
      #expect(try nodes.children() == [])
    }
  }

  @Test func aRightNodeIsNotOurs() throws {
    try withDevice(["p1": "259:1\n"]) { kernel, nodes in
      try #require(mknod(nodes.appending("xp1").string, S_IFBLK | 0o600, 259 << 8 | 1) == 0)
      try PartitionNodes(of: "x", in: kernel, at: nodes).remove()
      #expect(try nodes.children() == ["xp1"])
    }
  }

  @Test func aFailureLeavesNone() throws {
    try withDevice(["p1": "259:1\n", "p2": "nonsense\n"]) { kernel, nodes in
      #expect(throws: Errno.ioError) { try PartitionNodes(of: "x", in: kernel, at: nodes) }
      let left = try nodes.children()
      #expect(left == [])
    }
  }

  @Test func laterNodesOfThatNameStay() throws {
    try withDevice(["p1": "259:1\n"]) { kernel, nodes in
      let held = try PartitionNodes(of: "x", in: kernel, at: nodes)
      held.remove()
      try #require(mknod(nodes.appending("xp1").string, S_IFBLK | 0o600, 259 << 8 | 1) == 0)
      held.remove()
      #expect(try nodes.children() == ["xp1"])
    }
  }

  /// Calls `body` with what a kernel tells of the device `x`, whose partitions have the given
  /// numbers, and an empty directory for nodes.
  private func withDevice(
    _ partitions: [String: String], _ body: (FilePath, FilePath) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let nodes = folder.appending("dev")
      try nodes.createDirectories()
      for (name, numbers) in partitions {
        let directory = folder.appending("x").appending("x\(name)")
        try directory.createDirectories()
        try directory.appending("dev").write(Array(numbers.utf8))
      }
      try body(folder, nodes)
    }
  }

  private func numbers(_ node: FilePath) -> [UInt] {
    var status = stat()
    guard lstat(node.string, &status) == 0 else { return [] }
    return [UInt(status.st_rdev) >> 8, UInt(status.st_rdev) & 0xFF]
  }
}
