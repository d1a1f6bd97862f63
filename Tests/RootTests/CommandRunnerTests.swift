import Sandbox
import SystemPackage
import Testing

struct CommandRunnerTests {
  @Test func outputAndStatusAreCollected() async throws {
    let command = Command(
      "sh", ["-c", "echo $GREETING; pwd; echo no >&2; exit 3"], environment: ["GREETING": "hi"],
      workingDirectory: "/usr")
    let result = try await CommandRunner().run(command)
    #expect(result.termination == .exited(3))
    #expect(result.output == "hi\n/usr\n")
    #expect(result.error == "no\n")
  }

  @Test func checkedRunThrowsOnFailure() async throws {
    let error = await #expect(throws: CommandError.self) {
      try await CommandRunner().run(checked: Command("sh", ["-c", "kill $$"]))
    }
    #expect(error?.description == "`sh -c kill $$` was killed by signal 15")
  }

  @Test func missingToolIsNamed() async throws {
    let error = await #expect(throws: CommandError.self) {
      try await CommandRunner().run(Command("no-such-tool"))
    }
    #expect(error == .notFound(Command("no-such-tool")))
  }
}
