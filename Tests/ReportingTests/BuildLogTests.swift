import Diagnostics
import SystemPackage
import TestSupport
import Testing

@testable import Reporting

/// The log of a build on the screen and in its file, after dib-contract section 3.
@Suite struct BuildLogTests {
  private static let event = ProgressEvent("image", .output(source: "x", line: "set +o xtrace"))

  @Test func linesHaveTheirTimeInUTC() throws {  // C033
    let (screen, file) = try logged([:], file: false)
    #expect(screen == "2026-11-22 22:42:00.123 | set +o xtrace\n")
    #expect(file == "")
  }

  @Test func theScreenCanDoWithoutTimesAndTheFileCannot() throws {  // C034
    let variables = ["DIB_NO_TIMESTAMP": "1", "DIB_QUIET": "0"]
    let (screen, file) = try logged(variables, file: true)
    #expect(screen.hasSuffix("log\nset +o xtrace\n"))
    #expect(file == "2026-11-22 22:42:00.123 | set +o xtrace\n")
  }

  @Test(arguments: [
    ("1", false, 0), ("0", false, 1), (nil, false, 1), (nil, true, 0), ("0", true, 1),
  ])
  func quietnessFollowsTheFileUnlessGiven(
    _ quiet: String?, _ hasFile: Bool, _ lines: Int
  ) throws {  // C035
    let (screen, file) = try logged(quiet.map { ["DIB_QUIET": $0] } ?? [:], file: hasFile)
    #expect(screen.ranges(of: "xtrace").count == lines)
    #expect(screen.contains("the log goes to ") == hasFile)
    #expect(file.contains("xtrace") == hasFile)
  }

  @Test func theFileIsAddedToAndKeepsBytes() throws {  // C035
    try withTemporaryFolder { folder in
      let path = folder.appending("log")
      let bytes: [UInt8] = [0x61, 0xff, 0x62]
      for _ in 0..<2 {
        let log = try BuildLog(
          BuildLog.Settings(file: path, variables: ["DIB_QUIET": "1"]),
          screen: OutputDescriptor(try sink(folder)), now: { 0 })
        log.sink.send(ProgressEvent("", .output(source: "", line: "a?b"), bytes: bytes))
        log.record("failed\nfor a reason")
      }
      let written = try contents(path)
      #expect(written.split(separator: UInt8(ascii: "\n")).count == 6)
      #expect(written.contains(0xff))
    }
  }

  @Test(arguments: [
    (
      ProgressEvent.Kind.output(source: "dib-run-parts", line: "10-x completed"),
      "dib-run-parts 10-x completed"
    ),
    (
      .stepFinished(title: "a", outcome: .reused, duration: .zero),
      "tie-check: a: taken from the layer cache"
    ),
    (
      .stepFinished(title: "a", outcome: .failed("why"), duration: .seconds(1)),
      "tie-check: a: failed in 1.000 s: why"
    ),
    (.warning("careful"), "tie-check: warning: careful"),
    (.releaseFailed(resource: "r", reason: "why"), "tie-check: warning: cannot release r: why"),
  ])
  func eventsAreLines(_ kind: ProgressEvent.Kind, _ line: String) {
    #expect(BuildLogLine.bytes(of: ProgressEvent("s", kind)) == Array(line.utf8))
  }

  @Test func aFileThatCannotBeOpenedIsNamed() throws {
    try withTemporaryFolder { folder in
      let screen = OutputDescriptor(try sink(folder))
      #expect(throws: OutputError("/nowhere/log", .noSuchFileOrDirectory)) {
        try BuildLog(BuildLog.Settings(file: "/nowhere/log", variables: [:]), screen: screen)
      }
    }
  }

  /// What an event leaves on the screen and in the file.
  private func logged(_ variables: [String: String], file: Bool) throws -> (String, String) {
    try withTemporaryFolder { folder in
      let path = folder.appending("log")
      let settings = BuildLog.Settings(file: file ? path : nil, variables: variables)
      let log = try BuildLog(
        settings, screen: OutputDescriptor(try sink(folder)), now: { 1_795_387_320.123 })
      log.sink.send(Self.event)
      let text = { (path: FilePath) in String(decoding: try self.contents(path), as: UTF8.self) }
      return (try text(folder.appending("screen")), file ? try text(path) : "")
    }
  }

  private func sink(_ folder: FilePath) throws -> FileDescriptor {
    try FileDescriptor.open(
      folder.appending("screen"), .writeOnly, options: [.create, .append],
      permissions: .ownerReadWrite)
  }

  private func contents(_ path: FilePath) throws -> [UInt8] {
    let file = try FileDescriptor.open(path, .readOnly)
    return try file.closeAfter {
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
      return Array(buffer[..<count])
    }
  }
}
