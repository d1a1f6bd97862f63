import Diagnostics
import Reporting
import SystemPackage
import TestSupport
import Testing

@testable import Commands

struct ReservedReportFolderTests {
  @Test func reportsOfAnEarlierRunAreGone() throws {
    try withTree(["report/junit.xml": "old", "report/report.json": "old", "report/logs/a": ""]) {
      let reserved = try ReservedReportFolder(at: $0.appending("report"))
      #expect(fileNames(in: reserved.folder.path) == [".lock", "logs"])
    }
  }

  @Test func folderIsForOneRunAtATime() throws {
    try withTemporaryFolder { folder in
      let first = try ReservedReportFolder(at: folder)
      let error = #expect(throws: InputError.self) { try ReservedReportFolder(at: folder) }
      #expect(error?.message == "another run writes to the report folder `\(folder)`")
      first.release()
      _ = try ReservedReportFolder(at: folder)
    }
  }

  @Test func folderThatCannotBeWrittenIsRefusedAtOnce() throws {
    try withTree(["file": ""]) { root in
      let path = root.appending("file")
      let error = #expect(throws: OutputError.self) { try ReservedReportFolder(at: path) }
      #expect(error?.path == path)
      #expect(error?.cause == .notDirectory)
    }
  }
}
