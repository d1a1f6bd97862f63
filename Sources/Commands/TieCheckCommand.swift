import ArgumentParser

/// `tie-check`: without a subcommand, the main job.
struct TieCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tie-check",
    abstract: "Builds system images from elements, and checks every element that it builds from.",
    version: ProgramVersion.text,
    subcommands: [
      BuildCommand.self,
      CacheCommand.self,
      CheckCommand.self,
      ExplainCommand.self,
      ImageFilesCommand.self,
      LintCommand.self,
      LintPythonCommand.self,
      MachineAgentCommand.self,
      PlanCommand.self,
      RulesCommand.self,
      TestCommand.self,
      TokenizePythonCommand.self,
    ],
    defaultSubcommand: CheckCommand.self)
}

/// The version of the program.
enum ProgramVersion {
  static let text = "0.1.0"
}
