import ArgumentParser
import Diagnostics
import ElementLint
import SystemPackage

/// Which rules a command runs, and where its settings are.
struct RuleOptions: ParsableArguments {
  @Option(help: "Run only these rules: codes, prefixes of codes or names, separated by commas.")
  var select: [String] = []

  @Option(help: "Leave these rules out.")
  var ignore: [String] = []

  @Option(help: "Run these rules as well.")
  var extendSelect: [String] = []

  @Option(help: "Leave these rules out as well.")
  var extendIgnore: [String] = []

  @Option(
    help: ArgumentHelp(
      "Read the settings from this file instead of the nearest `tie-check.yaml`.",
      valueName: "file"))
  var config: String?

  /// The settings that the command line gives.
  var configuration: LintConfiguration {
    var configuration = LintConfiguration()
    configuration.select = setting(select)
    configuration.ignore = setting(ignore)
    configuration.extendSelect = setting(extendSelect)
    configuration.extendIgnore = setting(extendIgnore)
    return configuration
  }

  private func setting(_ lists: [String]) -> Setting<[String]>? {
    let names = lists.flatMap { $0.split { $0 == "," || $0.isWhitespace }.map(String.init) }
    return names.isEmpty ? nil : Setting(names, from: .commandLine)
  }
}
