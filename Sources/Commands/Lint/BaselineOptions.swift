import ArgumentParser
import Diagnostics
import SystemPackage

/// Which findings are known.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Do not report the findings in this list; those that are gone leave it.", valueName: "file"))
  var baseline: String?

  @Flag(help: "Put all that is found into the list of known findings.")
  var updateBaseline = false

  @Option(
    help: ArgumentHelp("Write a list of all that is found to this file.", valueName: "file"))
  var writeBaseline: String?

  /// Whether the list is to be written with all that is found.
  var isWritten: Bool { updateBaseline || writeBaseline != nil }

  /// The file that the command line names.
  func file(in environment: ProcessEnvironment) throws(InputError) -> Setting<FilePath>? {
    guard let file = writeBaseline ?? baseline else { return nil }
    let name = writeBaseline == nil ? "`--baseline`" : "`--write-baseline`"
    return Setting(try environment.path(file, name), from: .commandLine)
  }
}
