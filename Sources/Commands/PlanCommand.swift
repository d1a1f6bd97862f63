import ArgumentParser
import ElementModel
import ImageBuilder
import Reporting
import SystemPackage

/// `tie-check plan`: what a build would do, without doing it.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Print what a build would do, in order.")

  @OptionGroup var global: GlobalOptions

  @Argument(help: "Elements: directories or names.")
  var elements: [String]

  func run() async throws {
    let environment = try await ProcessEnvironment.current().withArchitecture()
    let installation = try Installation(environment)
    let console = ConsoleProgress(
      isLive: false, style: global.style(for: .standardError, environment),
      verbosity: global.verbosity)
    let (selection, resolved) = try ImageElements(elements, console.sink)
      .resolved(environment, installation)
    let request = BuildRequest(
      subject: "plan", searchPath: selection.tree.searchPath, environment, installation)
    let plan = try RootfsPlanner(request).plan(resolved)
    let lines = PlanPrinter().lines(of: plan).map { PrintableText.forTerminal($0) + "\n" }
    try OutputDescriptor.standardOutput.write(lines.joined())
  }
}
