import ArgumentParser
import Reporting
import SystemPackage

/// Where a command's results go.
struct OutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Write the results to a file.", valueName: "file"))
  var output: String?

  /// Writes results to the file, or to standard output.
  func write(_ text: String, in environment: ProcessEnvironment) throws {
    if let output {
      try ReportFile(environment.path(output, "`--output`")).write(text)
    } else {
      try OutputDescriptor.standardOutput.write(text)
    }
  }
}
