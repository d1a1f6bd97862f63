import Glibc
import Sandbox
import SystemPackage
import TestSupport
import Testing

@Suite(.requires(.root)) struct SandboxProcessTests {
  @Test func payloadStartsWithACleanSlate() async throws {
    try await SandboxFixture.with { fixture in
      let script = """
        grep -E '^(SigBlk|SigIgn):' /proc/self/status
        ls /proc/self/fd | tr '\\n' ' '; echo
        umask; readlink /proc/self/fd/0
        test $$ -ne 1 && test "$(ps -o sid= -p $$)" -eq $$ && echo leader
        env
        """
      var spec = fixture.spec(script)
      spec.environment["GREETING"] = "a b=c\nd"
      let (_, lines) = try await run(spec)
      #expect(lines.prefix(2) == ["SigBlk:\t0000000000000000", "SigIgn:\t0000000000000000"])
      #expect(lines[2] == "0 1 2 3 ")
      #expect(lines[3...5] == ["0022", "/dev/null", "leader"])
      #expect(lines.contains("GREETING=a b=c") && lines.contains("d"))
    }
  }

  @Test func signalIsTold() async throws {
    try await SandboxFixture.with { fixture in
      let (result, _) = try await run(fixture.spec("kill -SEGV $$"))
      #expect(result.termination == .signalled(SIGSEGV))
    }
  }

  @Test func missingCommandIsNamed() async throws {
    try await SandboxFixture.with { fixture in
      var spec = fixture.spec("")
      spec.arguments = ["no-such-command"]
      let error = await #expect(throws: SandboxError.self) { try await run(spec) }
      #expect(error?.description == "execute no-such-command: No such file or directory")
    }
  }

  @Test func missingWorkingDirectoryIsNamed() async throws {
    try await SandboxFixture.with { fixture in
      var spec = fixture.spec("")
      spec.workingDirectory = "/nowhere"
      let error = await #expect(throws: SandboxError.self) { try await run(spec) }
      #expect(error?.description == "change to directory /nowhere: No such file or directory")
    }
  }

  @Test func timeoutEndsATreeThatIgnoresTerm() async throws {
    try await SandboxFixture.with { fixture in
      let script = """
        trap '' TERM
        (trap '' TERM; setsid sleep 4711) & (setsid sh -c 'trap "" TERM; sleep 4711; :') &
        echo started; while :; do sleep 1; done
        """
      var spec = fixture.spec(script)
      // Beside other tests, the first word may take a while.
      spec.timeout = .seconds(3)
      spec.gracePeriod = .milliseconds(100)
      let (result, lines) = try await run(spec)
      #expect(result.termination == .timedOut)
      #expect(lines == ["started"])
      #expect(result.duration < .seconds(60))
    }
  }

  @Test func timeoutLetsThePayloadCleanUp() async throws {
    try await SandboxFixture.with { fixture in
      var spec = fixture.spec("trap 'echo cleaned; exit 0' TERM; while :; do sleep 0.01; done")
      spec.timeout = .seconds(2)
      let (result, lines) = try await run(spec)
      #expect(result.termination == .timedOut)
      #expect(lines.last == "cleaned")
      #expect(result.duration < .seconds(5))
    }
  }

  @Test func cancellationEndsThePayload() async throws {
    try await SandboxFixture.with { fixture in
      var spec = fixture.spec("trap '' TERM; echo started; while :; do sleep 1; done")
      spec.gracePeriod = .milliseconds(50)
      let task = Task { [spec] in try await SandboxLauncher().run(spec) }
      try await Task.sleep(for: .milliseconds(200))
      task.cancel()
      let result = try await task.value
      #expect(result.termination == .cancelled)
      #expect(result.duration < .seconds(5))
    }
  }

  @Test func interactiveShellKeepsTheSession() async throws {
    try await SandboxFixture.with { fixture in
      var spec = fixture.spec("test \"$(ps -o sid= -p $$)\" -ne $$")
      spec.streams = .inherited
      let (result, _) = try await run(spec)
      #expect(result.termination == .exited(0))
    }
  }

  @Test func rootOfAHeldSandboxCanBeRead() async throws {
    try await SandboxFixture.with { fixture in
      try fixture.write("inside", to: "base/etc/file")
      let spec = fixture.spec("")
      let launcher = SandboxLauncher()
      let process = try await launcher.withHeld(spec) { held in
        let bytes = try held.root.appending("etc/file").contents()
        #expect(bytes == Array("inside".utf8))
        #expect(held.mounts.contains { $0.mountPoint == "/proc" })
        return held.processIdentifier
      }
      #expect(access("/proc/\(process)", F_OK) != 0)
    }
  }

  @Test func heldSandboxEndsWhenItsBodyFails() async throws {
    struct Failure: Error {}
    await #expect(throws: Failure.self) {
      try await SandboxLauncher().withHeld(SandboxSpec(root: .host)) { _ in throw Failure() }
    }
  }
}
