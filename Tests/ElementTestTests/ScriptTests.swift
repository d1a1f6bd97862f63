import Diagnostics
import ElementModel
import ElementTest
import Synchronization
import SystemPackage
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
    ("1..999999999999\nok 1\n", 0, "`probe` gave `1..999999999999`, which is no plan"),
    ("1..-5\n", 0, "`probe` gave `1..-5`, which is no plan"),
    ("TAP version 13\nok 1\n", 0, "`probe` gave no plan"),
    ("1..1\nok 1\n1..1\n", 0, "`probe` gave two plans"),
    ("1..1\nok 1\nok 2\n", 0, "`probe` reported test 2, which is not in the plan `1..1`"),
    ("1..2\nok 1\nok 7\n", 0, "`probe` reported test 7, which is not in the plan `1..2`"),
    ("1..2\nok 1\nok 1\n", 0, "`probe` reported test 1 twice"),
    ("1..0\nok 1\n", 0, "`probe` reported test 1, which is not in the plan `1..0`"),
    ("1..0 # SKIP no disk\n", 3, "`probe` ended with status 3"),
    (
      "1..20\n", 0,
      "`probe` did not report test 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 10 more"
    ),
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

  @Test func otherOutputIsNoTAP() async throws {
    #expect(try await run(.init(output: "all ok\n1..1\n")).summary == ["probe: passed"])
  }

  @Test func scriptThatCannotBeRunIsErrored() async throws {
    #expect(try await run(nil).summary == ["probe: errored"])
  }

  @Test func missingInterpreterIsNamed() async throws {
    let missing = try await run(nil)[0].verdict.failure
    #expect(missing?.message == "`probe` needs `/bin/bash`, which the rootfs does not have")
    let present = try await run(nil) { $0.add("/bin/bash", "", mode: 0o755) }[0].verdict.failure
    #expect(present?.message.hasPrefix("cannot run `/tmp/in_tests.d/probe`") == true)
  }

  @Test func limitOfTheRunHoldsWhereTheCaseSetsNone() async throws {
    let files: [String: FixtureFile] = [
      "foo/tests/probe": .executable(),
      "foo/tests/a.yaml": "assert: {command: {\"true\": {exit-status: 0}}}\n",
      "foo/tests/b.yaml":
        "timeout: 5m\nassert: {command: {\"true\": {exit-status: 0, timeout: 700}, \"false\": {exit-status: 0}}}\n",
    ]
    try await withElements(files) { tree in
      let element = try #require(tree.elements["foo"])
      let commands = Mutex<Set<String>>([])
      let probe = try LiveRootfsProbe(root: tree.searchPath[0]) { command throws(ProbeError) in
        commands.withLock { _ = $0.insert("\(command): \(command.timeout)") }
        return CommandOutcome()
      }
      _ = await TestRunner(try BuildFacts(of: ["foo"], in: tree), on: probe, timeout: .seconds(42))
        .run(TestSuite(of: element).cases)
      let expected: Set = [
        "true: 42.0 seconds", "true: 0.7 seconds", "false: 300.0 seconds",
        "/tmp/in_tests.d/probe: 42.0 seconds",
      ]
      #expect(commands.withLock { $0.isSuperset(of: expected) })
    }
  }

  /// The results of the executable `probe`, which ends with `outcome`.
  private func run(
    _ outcome: CommandOutcome?, adjusting adjust: (inout FakeRootfs) -> Void = { _ in }
  ) async throws -> [CaseResult] {
    try await withElements(["foo/tests/probe": .executable()]) { tree in
      let element = try #require(tree.elements["foo"])
      var rootfs = FakeRootfs()
      rootfs.commands["/tmp/in_tests.d/probe"] = outcome
      adjust(&rootfs)
      return await TestRunner(try BuildFacts(of: ["foo"], in: tree), on: rootfs)
        .run(TestSuite(of: element).cases.filter { $0.name == "probe" })
    }
  }
}
