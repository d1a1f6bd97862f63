import ArgumentParser
import Diagnostics
import ElementLint
import ElementModel
import Reporting
import SystemPackage

/// `tie-check lint [PATH...]`: static validation only; nothing from the elements is run.
struct LintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Validate elements without running anything from them.")

  @Argument(
    help: "Elements, folders of elements, or files; `elements` or `.` unless given.")
  var paths: [String] = []

  @Option(help: "The form of the findings: text or json.")
  var format = Format.text

  @OptionGroup var global: GlobalOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "End with status 0 even if there are findings.")
  var exitZero = false

  @Flag(help: "Count the findings of each rule.")
  var statistics = false

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  func run() async throws {
    let environment = try ProcessEnvironment.current()
    let report = try await LintPipeline(environment).run(
      paths, rules: rules.selection(in: environment.workingDirectory),
      flake8: Flake8Configuration(seenFrom: environment))
    try write(report.relative(to: environment.workingDirectory), environment)
    if report.isBad, !exitZero { throw ExitStatus.failure }
  }

  private func write(_ report: Report, _ environment: ProcessEnvironment) throws {
    let findings =
      switch format {
      case .text: TextReporter(rendering(in: environment)).text(of: report)
      case .json: JSONReporter(RenderingOptions()).text(of: report)
      }
    try output.write(findings, in: environment)
    if statistics { try tell(RuleStatistics(report.findings).text) }
    if format == .text, !global.quiet { try tell(LintSummary(report).text) }
  }

  /// Next steps are shown to people; programs that read the lines know them by the rule.
  private func rendering(in environment: ProcessEnvironment) -> RenderingOptions {
    guard output.output == nil else { return RenderingOptions(showsHints: global.verbose) }
    let style = global.style(for: .standardOutput, environment)
    let showsHints = global.verbose || OutputDescriptor.standardOutput.isTerminal
    return RenderingOptions(style: style, showsHints: showsHints)
  }

  private func tell(_ text: String) throws(OutputError) {
    guard !text.isEmpty else { return }
    try OutputDescriptor.standardError.write(text + "\n")
  }
}
