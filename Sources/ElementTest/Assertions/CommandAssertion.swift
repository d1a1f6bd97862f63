/// `command`: how a command ends and what it prints.
///
/// A probe runs equal commands once, so that each attribute sees the same run.
struct CommandAssertion: Assertion {
  static let key = "command"
  static let subjectKey = "exec"
  static let options = ["timeout"]
  static let attributes: [Attribute] = [
    Attribute("exit-status", .required) { command, probe throws(ProbeError) in
      .integer(try await outcome(of: command, probe).status)
    },
    Attribute("stdout", form: .lines) { command, probe throws(ProbeError) in
      .content(try await outcome(of: command, probe).output)
    },
    Attribute("stderr", form: .lines) { command, probe throws(ProbeError) in
      .content(try await outcome(of: command, probe).errorOutput)
    },
  ]

  /// What the command wrote; asking again runs nothing again.
  static func evidence(
    about command: Attribute.Subject, _ probe: any RootfsProbe
  ) async -> String? {
    guard let outcome = try? await outcome(of: command, probe) else { return nil }
    return outcome.evidence
  }

  private static func outcome(
    of command: Attribute.Subject, _ probe: any RootfsProbe
  ) async throws(ProbeError) -> CommandOutcome {
    try await probe.run(.shell(command.name, timeout: command.timeout))
  }
}
