import Diagnostics
import ElementModel
import ElementTest
import TestSupport
import Testing

@Suite struct ScriptTests {
  @Test func statusIsTheVerdict() async throws {
    #expect(try await run(.init(status: 0)).summary == ["probe: passed"])
    #expect(try await run(.init(status: 1)).summary == ["probe: failed"])
    #expect(
      try await run(.init(status: 77, output: "checking\nno network\n\n")).map(\.verdict)
        == [.skipped(reason: "no network")])
  }

  @Test func failureShowsWhatWasWritten() async throws {
    let failure = try await run(.init(status: 3, output: "one\n", errorOutput: "two\n"))[0]
      .verdict.failure
    #expect(failure?.message == "`probe` ended with status 3")
    #expect(failure?.details == "exit status 3\nstandard output:\none\n\nstandard error:\ntwo\n")
    #expect(failure?.reproduce == "tie-check test elements/foo --case probe")
  }

  @Test func eachTAPLineIsACase() async throws {
    let output = """
      1..6
      ok 1 - it starts
      not ok 2 - it stops
      # expected: 0
      ok 3 - it sings # SKIP no voice
      not ok 4 - it dances # TODO learn it
      ok
      ok 6 - it starts

      """
    let results = try await run(.init(status: 1, output: output))
    #expect(
      results.summary == [
        "probe: passed", "probe: it starts: passed", "probe: it stops: failed",
        "probe: it sings: skipped", "probe: it dances: skipped", "probe: test 5: passed",
        "probe: it starts (6): passed",
      ])
    #expect(results[2].verdict.failure?.details == "# expected: 0")
    #expect(results[3].verdict == .skipped(reason: "no voice"))
  }

  @Test(arguments: [
    ("1..2\nok 1\n", 0, "`probe` did not report test 2"),
    ("TAP version 13\nok 1\nBail out! no disk\n", 0, "`probe` bailed out: no disk"),
    ("1..1\nok 1\n", 5, "`probe` ended with status 5"),
  ])
  func incompleteTAPIsAFailure(_ output: String, _ status: Int, _ message: String) async throws {
    let results = try await run(.init(status: status, output: output))
    #expect(results[0].verdict.failure?.message == message)
  }

  @Test func emptyPlanSkips() async throws {
    #expect(
      try await run(.init(output: "1..0 # SKIP wrong kernel\n")).map(\.verdict)
        == [.skipped(reason: "wrong kernel")])
  }

  @Test(arguments: ["1..99999999999999\n", "1..-1\n", "all ok\n1..1\n"])
  func otherOutputIsNoTAP(_ output: String) async throws {
    #expect(try await run(.init(output: output)).summary == ["probe: passed"])
  }

  @Test func scriptThatCannotBeRunIsErrored() async throws {
    #expect(try await run(nil).summary == ["probe: errored"])
  }

  /// The results of the executable `probe`, which ends with `outcome`.
  private func run(_ outcome: CommandOutcome?) async throws -> [CaseResult] {
    try await withElements(["foo/tests/probe": .executable()]) { tree in
      let element = try #require(tree.elements["foo"])
      var rootfs = FakeRootfs()
      rootfs.commands["/tmp/in_tests.d/probe"] = outcome
      return await TestRunner(try BuildFacts(of: ["foo"], in: tree), on: rootfs)
        .run(TestSuite(of: element).cases.filter { $0.name == "probe" })
    }
  }
}
