import ArgumentParser
import Reporting
import SystemPackage

/// Where a command's results go.
struct OutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Write the results to a file.", valueName: "file"))
  var output: String?

  /// Writes results to the file, or to standard output.
  func write(_ text: String, in environment: ProcessEnvironment) throws {
    try write(Array(text.utf8), in: environment)
  }

  /// Writes bytes there.
  func write(_ bytes: [UInt8], in environment: ProcessEnvironment) throws {
    if let output {
      try ReportFile(environment.path(output, "`--output`")).write(bytes)
    } else {
      try OutputDescriptor.standardOutput.write(bytes)
    }
  }
}
