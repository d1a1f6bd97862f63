import ArgumentParser
import Diagnostics
import ElementLint

/// `tie-check explain RULE`: one rule's page.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a lint rule.")

  @Argument(help: "The rule's code or name, such as HK101.")
  var rule: String

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    try output.write(RulePage(try RuleCatalog.rule(rule)).text, in: .current())
  }
}
