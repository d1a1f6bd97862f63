import Diagnostics

/// The result of a check for people: a line per case, every failure in full, the counts.
package struct SummaryReporter: Reporter {
  package static let key = "summary"
  private let options: RenderingOptions

  package init(_ options: RenderingOptions) { self.options = options }

  package func render(_ report: Report, to output: inout some TextOutputStream) {
    renderFindings(report, to: &output)
    for suite in SummarySection.sections(of: report) { render(suite, to: &output) }
    renderClosing(report, to: &output)
  }

  private func renderFindings(_ report: Report, to output: inout some TextOutputStream) {
    var findings = Report()
    findings.findings = report.findingsWithoutCase
    TextReporter(options).render(findings, to: &output)
  }

  private func render(_ section: SummarySection, to output: inout some TextOutputStream) {
    let lines = section.lines.filter { options.showsPassed || $0.role != .success }
    guard !lines.isEmpty else { return }
    print(options.style.apply(.heading, printable(section.element)), to: &output)
    for line in lines { render(line, to: &output) }
  }

  private func render(_ line: SummarySection.Line, to output: inout some TextOutputStream) {
    let verdict = options.style.apply(line.role, line.verdict.padded(to: 8))
    let time = options.style.apply(.aside, "\(line.duration.decimalSeconds) s")
    print("  \(verdict) \(line.stage.padded(to: 8)) \(printable(line.title))  \(time)", to: &output)
    for remark in line.remarks { print("      " + printable(remark), to: &output) }
  }

  /// The counts; before them one line for each failed element, for log watchers to match.
  private func renderClosing(_ report: Report, to output: inout some TextOutputStream) {
    for element in failedElements(report) {
      print("TIE-CHECK FAILED: \(printable(element))", to: &output)
    }
    let tally = ReportTally(cases: report.cases, findings: report.findingsWithoutCase)
    let role: TerminalStyle.Role = report.isBad ? .failure : .success
    let time = report.summary.duration.decimalSeconds
    print(options.style.apply(role, "\(counts(tally)) in \(time) s"), to: &output)
  }

  private func failedElements(_ report: Report) -> [String] {
    var seen: Set<String> = []
    return report.cases.filter(\.isBad).map(\.element).filter { seen.insert($0).inserted }
  }

  private func counts(_ tally: ReportTally) -> String {
    let cases = [
      "\(tally.passed) passed", "\(tally.failed) failed", "\(tally.errored) errored",
      "\(tally.skipped) skipped",
    ]
    let findings = counted(tally.errors, "error") + counted(tally.warnings, "warning")
    return (cases + findings).joined(separator: ", ")
  }

  private func counted(_ number: Int, _ noun: String) -> [String] {
    number == 0 ? [] : ["\(number) \(noun)\(number == 1 ? "" : "s")"]
  }

  private func printable(_ text: String) -> String { PrintableText.forTerminal(text) }
}

extension String {
  /// The text filled up with spaces to at least `width` characters.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
