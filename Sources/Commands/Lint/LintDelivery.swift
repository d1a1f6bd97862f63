import Diagnostics
import ElementModel
import Reporting
import SystemPackage

/// Brings what was found to where it was asked for.
struct LintDelivery {
  private let command: LintCommand
  private let settings: LintSettings
  private let environment: ProcessEnvironment

  init(_ command: LintCommand, _ settings: LintSettings, _ environment: ProcessEnvironment) {
    self.command = command
    self.settings = settings
    self.environment = environment
  }

  /// Writes the findings, the reports besides, and the counts.
  func deliver(_ report: Report, on tree: ElementTree, _ session: LintSession) throws {
    let full = completed(report, tree, session).relative(to: environment.workingDirectory)
    try command.output.write(
      command.reports.format.text(of: full, rendering), in: environment)
    for target in settings.configuration.output?.value ?? [] { try target.write(full) }
    if command.reports.statistics { try tell(RuleStatistics(report.findings).text) }
    if command.reports.format == .text, !command.global.quiet {
      try tell(LintSummary(report).text)
    }
  }

  /// Writes a line for people.
  func tell(_ text: String) throws(OutputError) {
    guard !text.isEmpty else { return }
    try OutputDescriptor.standardError.write(text + "\n")
  }

  /// The report with all that machine formats need.
  private func completed(
    _ report: Report, _ tree: ElementTree, _ session: LintSession
  ) -> Report {
    let formats =
      [command.reports.format] + (settings.configuration.output?.value ?? []).map(\.format)
    guard formats.contains(where: { $0 != .text }) else { return report }
    var report = report
    var fingerprints = Fingerprints(relativeTo: environment.workingDirectory)
    report.findings = fingerprints.marked(report.findings)
    report.rules = RuleDescription.all(of: report)
    if formats.contains(.junit) {
      report.cases = LintCases(of: tree.sorted, report.findings)
        .all(where: session.includes)
    }
    return report
  }

  /// Next steps are shown to people; programs that read the lines know them by the rule.
  private var rendering: RenderingOptions {
    guard command.output.output == nil else {
      return RenderingOptions(showsHints: command.global.verbose)
    }
    return RenderingOptions(
      style: command.global.style(for: .standardOutput, environment),
      showsHints: command.global.verbose || OutputDescriptor.standardOutput.isTerminal)
  }
}
