import ArgumentParser
import Diagnostics
import ElementLint
import SystemPackage

/// Which rules a command runs.
struct RuleOptions: ParsableArguments {
  @Option(help: "Run only these rules: codes, prefixes of codes or names, separated by commas.")
  var select: [String] = []

  @Option(help: "Leave these rules out.")
  var ignore: [String] = []

  @Option(help: "Run these rules as well.")
  var extendSelect: [String] = []

  /// The selection of the command line, together with what the `tox.ini` of the directory tells
  /// dib-lint to ignore.
  func selection(in directory: FilePath) throws(InputError) -> RuleSelection {
    var selection = try RuleSelection(
      select: names(select), ignore: names(ignore), extendedBy: names(extendSelect))
    selection.ignoredLegacyNames = ToxConfiguration(seenFrom: directory).ignoredNames
    return selection
  }

  private func names(_ lists: [String]) -> [String] {
    lists.flatMap { $0.split { $0 == "," || $0.isWhitespace }.map(String.init) }
  }
}
