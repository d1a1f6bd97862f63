@testable import ImageBuilder
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// How raw disks are written and read.
@Suite struct DiskFileTests {
  @Test func whatIsInsertedIsThereAndHolesStay() throws {
    try withTemporaryFolder { folder in
      let (source, target) = (folder.appending("source"), folder.appending("target"))
      let part = try DiskFile.create(source, size: 1 << 20)
      try part.write([DiskPiece(offset: 70_000, bytes: [1, 2, 3])])
      let disk = try DiskFile.create(target, size: 4 << 20)
      try disk.insert(source, at: 1 << 20)
      let bytes = try target.contents()
      #expect(bytes.count == 4 << 20)
      #expect(Array(bytes[(1 << 20) + 69_999..<(1 << 20) + 70_004]) == [0, 1, 2, 3, 0])
      #expect(try disk.isEmpty(upTo: 1 << 20))
      #expect(try !part.isEmpty(upTo: 1 << 20))
    }
  }

  /// The kernel writes the part that fits first.
  @Test func aDiskThatCannotBeWrittenToItsEndIsTheRightError() async throws {
    await #expect(processExitsWith: .success) {
      try withTemporaryFolder { folder in
        let (source, target) = (folder.appending("source"), folder.appending("target"))
        let bytes = [UInt8](repeating: 1, count: 10_000)
        try source.write(bytes)
        let disk = try DiskFile.create(target, size: 0)
        try #require(limitFileSizes(to: 5000))
        #expect(throws: Errno.fileTooLarge) { try disk.insert(source, at: 0) }
        #expect(throws: Errno.fileTooLarge) {
          try disk.write([DiskPiece(offset: 0, bytes: bytes)])
        }
      }
    }
  }
}
