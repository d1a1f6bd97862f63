import Diagnostics
import SystemPackage
import TestSupport
import Testing

@testable import Commands

@Suite struct ReservedFilesTests {
  @Test func whatOneBuildWritesNoOtherDoes() throws {
    try withTemporaryFolder { folder in
      let tar = folder.appending("x.tar")
      let raw = folder.appending("x.raw")
      let first = try ReservedFiles([tar])
      #expect {
        try ReservedFiles([raw, tar])
      } throws: {
        ($0 as? InputError)?.message == "another build writes `\(tar)`"
      }
      #expect(fileNames(in: folder) == [".x.tar.lock"])
      let second = try ReservedFiles([raw])
      first.release()
      try ReservedFiles([tar]).release()
      second.release()
      #expect(fileNames(in: folder) == [])
    }
  }

  @Test func whatAKilledBuildLeftIsTakenOver() throws {
    try withTree([".x.tar.lock": ""]) { folder in
      try ReservedFiles([folder.appending("x.tar")]).release()
      #expect(fileNames(in: folder) == [])
    }
  }
}
