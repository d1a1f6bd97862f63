import Diagnostics
import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import Reporting

struct OutputTests {
  @Test func brokenPipeEndsQuietly() throws {
    let (reader, writer) = try FileDescriptor.pipe()
    try reader.close()
    try writer.closeAfter {
      try OutputDescriptor(writer).write("nobody reads this")
    }
  }

  @Test func shortWritesAreCompleted() async throws {
    let (reader, writer) = try FileDescriptor.pipe()
    let text = String(repeating: "0123456789", count: 100_000)
    let reading = Task.detached { try readAll(reader) }
    _ = fcntl(writer.rawValue, F_SETFL, O_NONBLOCK)
    try writer.closeAfter { try OutputDescriptor(writer).write(text) }
    #expect(try await reading.value == text.utf8.count)
  }

  @Test func fullDiskIsAnError() throws {
    let full = try FileDescriptor.open("/dev/full", .writeOnly)
    defer { try? full.close() }
    #expect(throws: OutputError(nil, .noSpace)) { try OutputDescriptor(full).write("x") }
  }

  @Test func reportFolderHoldsTheReports() throws {
    try withTemporaryFolder { folder in
      let report = ReportFolder(folder.appending("a/tie-report"))
      try report.write(.sample)
      let junit = try readFile(report.path.appending("junit.xml"))
      #expect(junit == JUnitReporter(RenderingOptions()).text(of: .sample))
      #expect(try readFile(report.path.appending("report.json")).hasPrefix("{"))
    }
  }

  @Test func folderThatCannotBeMadeIsNamed() {
    let path: FilePath = "/dev/null/tie-report/junit.xml"
    #expect(throws: OutputError("/dev/null/tie-report", .notDirectory)) {
      try ReportFile(path).write("x")
    }
  }

  @Test func linkStaysAndItsTargetIsReplaced() throws {
    try withTree(["a/file": "old", "link": .symlink("a/file"), "new": .symlink("a/missing")]) {
      try ReportFile($0.appending("link")).write("text")
      try ReportFile($0.appending("new")).write("text")
      for link in ["link", "new"] { #expect(isLink($0.appending(link))) }
      #expect(try readFile($0.appending("a/file")) == "text")
      #expect(try readFile($0.appending("a/missing")) == "text")
      #expect(fileNames(in: $0.appending("a")) == ["file", "missing"])
    }
  }

  @Test func pipeIsWrittenToAndStays() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending("pipe")
      try #require(mkfifo(path.string, 0o600) == 0)
      // With a reader already there, the writer does not wait for one.
      let reader = try FileDescriptor.open(path, .readOnly, options: .nonBlocking)
      try ReportFile(path).write("text")
      #expect(try readAll(reader) == 4)
      #expect(fileNames(in: folder) == ["pipe"])
    }
  }

  @Test(.enabled("needs root", { geteuid() == 0 }))
  func deviceIsWrittenToAndStays() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending("null")
      try #require(mknod(path.string, S_IFCHR | 0o600, 1 << 8 | 3) == 0)
      try ReportFile(path).write("text")
      try ReportFile(path).withdraw()
      var status = stat()
      #expect(lstat(path.string, &status) == 0)
      #expect(status.st_mode & S_IFMT == S_IFCHR)
    }
  }

  @Test func directoryIsNoReport() throws {
    try withTemporaryFolder { folder in
      let directory = OutputError(folder, .isDirectory)
      #expect(throws: directory) { try ReportFile(folder).write("text") }
      #expect(fileNames(in: folder) == [])
    }
  }

  @Test func withdrawnFileIsGone() throws {
    try withTree(["file": "old"]) { folder in
      for _ in 0..<2 { try ReportFile(folder.appending("file")).withdraw() }
      #expect(fileNames(in: folder) == [])
    }
  }

  @Test func logHasOneFileForEachCase() throws {
    try withTemporaryFolder { folder in
      let log = LogFileProgress(in: folder, now: { 1_795_387_320.125 })
      log.sink.send("iptables/default", .stepStarted(title: "build"))
      log.sink.send("iptables/default", .output(source: "50-x", line: "a\u{1b}[0mb"))
      log.sink.send("", .note("no cache"))
      let text = try readFile(log.path(for: "iptables/default"))
      #expect(
        text == """
          2026-11-22 22:42:00.125 | started  build
          2026-11-22 22:42:00.125 | [50-x] ab

          """)
      #expect(log.path(for: "../../etc/passwd") == folder.appending("etc/passwd.log"))
      let run = try readFile(folder.appending("tie-check.log"))
      #expect(run == "2026-11-22 22:42:00.125 | note     no cache\n")
      #expect(log.error == nil)
    }
  }

  @Test func manyLogsNeedFewDescriptors() throws {
    try withTemporaryFolder { folder in
      let log = LogFileProgress(in: folder, now: { 0 })
      let subjects = (0..<100).map { "element/\($0)" }
      for round in ["one", "two"] {
        for subject in subjects { log.sink.send(subject, .note(round)) }
      }
      for subject in subjects {
        let text = try readFile(log.path(for: subject))
        #expect(text.split(separator: "\n").count == 2)
      }
      #expect(log.error == nil)
    }
  }

  @Test func logThatCannotBeWrittenIsRemembered() {
    let log = LogFileProgress(in: "/dev/null/logs")
    log.sink.send("a", .note("x"))
    #expect(log.error == OutputError("/dev/null/logs/a.log", .notDirectory))
  }
}

/// The number of bytes until the end.
private func readAll(_ reader: FileDescriptor) throws -> Int {
  try reader.closeAfter {
    var chunk = [UInt8](repeating: 0, count: 4096)
    var total = 0
    while case let count = try chunk.withUnsafeMutableBytes({ try reader.read(into: $0) }),
      count > 0
    {
      total += count
    }
    return total
  }
}

private func isLink(_ path: FilePath) -> Bool {
  var status = stat()
  return lstat(path.string, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
}
