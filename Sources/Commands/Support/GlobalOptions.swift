import ArgumentParser
import Reporting

/// Options of every command (cli.md, "Common options").
struct GlobalOptions: ParsableArguments {
  @Option(help: "When to use colours: auto, always or never.")
  var color: ColorChoice = .auto

  @Flag(name: .shortAndLong, help: "Print errors, what did not pass, and the counts only.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print every step, hook output and why a layer was not reused.")
  var verbose = false

  var verbosity: Verbosity { quiet ? .quiet : verbose ? .verbose : .normal }

  /// The style for one of the program's outputs.
  func style(for output: OutputDescriptor, _ environment: ProcessEnvironment) -> TerminalStyle {
    TerminalStyle(
      color, isTerminal: output.isTerminal, noColor: environment.variables["NO_COLOR"],
      term: environment.variables["TERM"])
  }
}

extension ColorChoice: ExpressibleByArgument {}
