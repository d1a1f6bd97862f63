import ArgumentParser
import Diagnostics
import ImageBuilder
import Reporting
import Sandbox
import SystemPackage
import Testing

@testable import Commands

/// Testing has an `ExitStatus` of its own.
private typealias Status = Commands.ExitStatus

struct ExitStatusTests {
  @Test func theKindOfErrorDecides() {
    #expect(Status(Status.failure) == .failure)
    #expect(Status(InputError("no such element")) == .unusableInput)
    #expect(Status(MissingCapability(.root)) == .incapableHost)
    #expect(Status(StoreProblem.inUse("/cache")) == .incapableHost)
    #expect(Status(Errno.noSpace) == .incapableHost)
    #expect(Status(CancellationError()) == .interrupted)
  }

  @Test(arguments: [
    ("--help", 0), ("--version", 0), ("lint --help", 0), ("--no-such-option", 2),
    ("rules --format xml", 2), ("plan", 2),
  ])
  func argumentsThatDoNotParseAreUnusable(_ line: String, _ status: Int32) {
    do {
      // Subcommands parse `--help` to a command that throws when run.
      var command = try TieCheckCommand.parseAsRoot(line.split(separator: " ").map(String.init))
      try command.run()
      Issue.record("nothing was thrown")
    } catch {
      #expect(Status(error).rawValue == status)
    }
  }
}
