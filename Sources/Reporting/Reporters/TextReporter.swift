import Diagnostics

/// One line per finding, in the form that editors and flake8's users know.
package struct TextReporter: Reporter {
  package static let key = "text"
  private let options: RenderingOptions

  package init(_ options: RenderingOptions) { self.options = options }

  package func render(_ report: Report, to output: inout some TextOutputStream) {
    for finding in report.findings.sorted() {
      print(styledLine(finding), to: &output)
      guard options.showsHints else { continue }
      for remark in FindingText.remarks(finding) {
        print("  " + options.style.apply(.aside, remark), to: &output)
      }
    }
  }

  private func styledLine(_ finding: Finding) -> String {
    guard options.style.isColoured else { return FindingText.line(finding) }
    let role: TerminalStyle.Role = finding.severity == .error ? .failure : .warning
    let place = options.style.apply(.heading, FindingText.place(finding.location))
    let rule = options.style.apply(role, finding.rule.rawValue)
    return "\(place): \(rule) \(FindingText.message(finding))"
  }
}
