import ArgumentParser
import ImageBuilder
import SystemPackage

/// The program inside a virtual machine; not for people.
struct MachineAgentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "machine-agent", abstract: "Run a job inside a virtual machine.",
    shouldDisplay: false)

  @Argument var job: String

  func run() async throws { try await MachineAgent(FilePath(job)).run() }
}
