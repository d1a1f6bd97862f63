import ArgumentParser
import Diagnostics
import ElementLint
import Sandbox
import SystemPackage

/// flake8's own options, which beat its configuration file.
struct Flake8Options: ParsableArguments {
  @Option(help: "Read this file instead of looking for one.")
  var config: String?

  @Flag(help: "Read no file.")
  var isolated = false

  @Option(help: "The codes, or beginnings of codes, that are on.")
  var select: String?

  @Option(help: "Codes that are on as well.")
  var extendSelect: String?

  @Option(help: "The codes that are off.")
  var ignore: String?

  @Option(help: "Codes that are off as well.")
  var extendIgnore: String?

  @Option(help: "Patterns of files that are left out.")
  var exclude: String?

  @Option var maxComplexity: Int?
  @Option var maxLineLength: Int?
  @Option var maxDocLength: Int?
  @Option var indentSize: Int?
  @Flag var hangClosing = false
  @Flag var doctests = false
  @Flag var disableNoqa = false

  /// The configuration of the file and the options together.
  func configuration(
    in environment: ProcessEnvironment
  ) throws(InputError) -> Flake8Configuration {
    var configuration = try configurationFile(in: environment)
    change(&configuration.selection)
    change(&configuration.options)
    if let exclude { configuration.exclude = patterns(exclude, in: environment) }
    configuration.disablesNoqa = configuration.disablesNoqa || disableNoqa
    return configuration
  }

  private func configurationFile(
    in environment: ProcessEnvironment
  ) throws(InputError) -> Flake8Configuration {
    guard !isolated else { return Flake8Configuration() }
    guard let config else { return try Flake8Configuration(seenFrom: environment) }
    let path = try environment.path(config, "`--config`")
    return try Flake8Configuration(reading: path, in: environment) ?? Flake8Configuration()
  }

  private func change(_ selection: inout Flake8Selection) {
    selection.select = select.map(names) ?? selection.select
    selection.extendSelect = extendSelect.map(names) ?? selection.extendSelect
    selection.ignore = ignore.map(names) ?? selection.ignore
    selection.extendIgnore = extendIgnore.map(names) ?? selection.extendIgnore
  }

  private func change(_ options: inout PythonOptions) {
    options.maxComplexity = maxComplexity ?? options.maxComplexity
    options.maxLineLength = maxLineLength ?? options.maxLineLength
    options.maxDocLength = maxDocLength ?? options.maxDocLength
    options.indentSize = max(1, indentSize ?? options.indentSize)
    options.hangClosing = options.hangClosing || hangClosing
    options.doctests = options.doctests || doctests
  }

  private func names(_ list: String) -> [String] {
    list.split { $0 == "," || $0.isWhitespace }.map(String.init)
  }

  private func patterns(_ list: String, in environment: ProcessEnvironment) -> PathPatterns {
    PathPatterns(names(list), in: environment.workingDirectory)
  }
}
