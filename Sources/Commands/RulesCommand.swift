import ArgumentParser
import Diagnostics
import ElementLint
import Reporting

/// `tie-check rules`: the table of rules.
struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the lint rules.")

  @Option(help: "The form of the list: text or json.")
  var format = Format.text

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  func run() async throws {
    let text =
      switch format {
      case .text: RuleTable.text(RuleCatalog.all)
      case .json: RuleTable.json(RuleCatalog.all)
      }
    try output.write(text, in: .current())
  }
}
