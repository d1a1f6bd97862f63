import Diagnostics
import ElementTest
import SystemPackage
import TestSupport
import Testing

@Suite struct LinePatternTests {
  private let text = "pool one\n# comment !x\n/path/to\n"

  @Test(arguments: [
    "pool", "/^pool /", "!poll", "!/^comment/", #"\!x"#, #"/path/to"#, #"\/path/to"#, "!/two$/",
    "/^# /",
  ])
  func patternHolds(_ pattern: String) async throws {
    #expect(try await verdict(pattern).word == "passed")
  }

  @Test(arguments: [
    ("poll", #"file `/a`: `contents`: no line contains "poll""#),
    ("/^one/", "file `/a`: `contents`: no line matches /^one/"),
    ("!comment", ##"file `/a`: `contents`: line 2 contains "comment": "# comment !x""##),
    ("!/^p/", #"file `/a`: `contents`: line 1 matches /^p/: "pool one""#),
  ])
  func brokenPatternIsExplained(_ pattern: String, _ message: String) async throws {
    #expect(try await verdict(pattern).failure?.message == message)
  }

  @Test func noPatternsAlwaysHold() async throws {
    var rootfs = FakeRootfs()
    rootfs.add("/a", "")
    let results = try await results(
      of: "assert: {file: {/a: {exists: true, contents: []}}}", on: rootfs)
    #expect(results.allSatisfy { $0.verdict == .passed })
  }

  private func verdict(_ pattern: String) async throws -> CaseResult.Verdict {
    var rootfs = FakeRootfs()
    rootfs.add("/a", text)
    let yaml = "assert: {file: {/a: {exists: true, contents: ['\(pattern)']}}}"
    return try await results(of: yaml, on: rootfs)[1].verdict
  }
}
