import Sandbox
import TestSupport
import Testing

@Suite(.requires(.root)) struct SandboxOutputTests {
  @Test func payloadMayBeSilent() async throws {
    try await SandboxFixture.with { fixture in
      let (result, lines) = try await run(fixture.spec("exit 0"))
      #expect(result.termination == .exited(0))
      #expect(lines.isEmpty)
    }
  }

  @Test func payloadMayCloseItsOutputAndLiveOn() async throws {
    try await SandboxFixture.with { fixture in
      let script = "echo last; exec >&- 2>&-; sleep 0.3; exit 4"
      let (result, lines) = try await run(fixture.spec(script))
      #expect(result.termination == .exited(4))
      #expect(lines == ["last"])
    }
  }

  @Test func daemonCannotKeepTheOutputOpen() async throws {
    try await SandboxFixture.with { fixture in
      let script = "(setsid sh -c 'echo daemon; sleep 4711') & sleep 0.2; echo payload"
      let (result, lines) = try await run(fixture.spec(script))
      #expect(lines.sorted() == ["daemon", "payload"])
      #expect(result.duration < .seconds(5))
    }
  }

  @Test func mergedStreamsKeepTheirOrder() async throws {
    try await SandboxFixture.with { fixture in
      let script = "for i in 1 2 3; do echo out $i; echo err $i >&2; done; printf end"
      let (_, lines) = try await run(fixture.spec(script))
      #expect(lines == ["out 1", "err 1", "out 2", "err 2", "out 3", "err 3", "end"])
    }
  }

  @Test func separateStreamsAreToldApart() async throws {
    try await SandboxFixture.with { fixture in
      var spec = fixture.spec("echo one; echo two >&2")
      spec.streams = .separate
      let transcript = Transcript()
      _ = try await SandboxLauncher().run(spec, output: transcript.receive)
      #expect(Set(transcript.lines) == [OutputLine(.output, "one"), OutputLine(.error, "two")])
    }
  }

  @Test func nothingOfMuchOutputIsLost() async throws {
    try await SandboxFixture.with { fixture in
      let (_, lines) = try await run(fixture.spec("seq 300000"))
      #expect(lines.count == 300_000)
      #expect(lines.last == "300000")
    }
  }
}
