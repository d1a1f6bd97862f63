import ArgumentParser
import Diagnostics
import Reporting
import SystemPackage

/// In which forms findings are written, and what they do to the exit status.
struct ReportOptions: ParsableArguments {
  @Option(
    help:
      "The form of the findings: \(LintFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = LintFormat.text

  @Option(
    help: ArgumentHelp("Write the findings to a file besides.", valueName: "format=file"))
  var outputFormat: [String] = []

  @Option(help: "End with status 1 from this severity on: info, warning or error.")
  var failOn = Severity.warning

  @Flag(help: "End with status 0 even if there are findings.")
  var exitZero = false

  @Flag(help: "Count the findings of each rule.")
  var statistics = false

  /// The files that are written besides.
  func targets(in environment: ProcessEnvironment) throws(InputError) -> Setting<[ReportTarget]>? {
    var targets = [ReportTarget]()
    for text in outputFormat { targets.append(try target(text, environment)) }
    return targets.isEmpty ? nil : Setting(targets, from: .commandLine)
  }

  private func target(
    _ text: String, _ environment: ProcessEnvironment
  ) throws(InputError) -> ReportTarget {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw InputError(
        "`--output-format \(text)` names no file", hint: "write `--output-format sarif=FILE`")
    }
    return ReportTarget(
      format: try .named(parts[0]), file: try environment.path(parts[1], "`--output-format`"))
  }

  /// - Throws: The status 1 when a finding is bad enough.
  func throwIfBad(_ report: Report) throws(ExitStatus) {
    guard !exitZero, report.findings.contains(where: { $0.severity >= failOn }) else { return }
    throw .failure
  }
}

extension Severity: ExpressibleByArgument {}
