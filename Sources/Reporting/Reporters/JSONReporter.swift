import Diagnostics

/// The findings as one JSON object: version, findings, summary.
package struct JSONReporter: Reporter {
  package static let key = "json"

  package init(_ options: RenderingOptions) {}

  package func render(_ report: Report, to output: inout some TextOutputStream) {
    let object: JSONValue = [
      "version": 1,
      "findings": .array(report.findings.sorted().map(JSONValue.lintFinding)),
      "summary": summary(of: report),
    ]
    print(object, to: &output)
  }

  private func summary(of report: Report) -> JSONValue {
    let tally = ReportTally(findings: report.findings)
    return [
      "files": .integer(report.summary.files),
      "elements": .integer(report.summary.elements),
      "errors": .integer(tally.errors),
      "warnings": .integer(tally.warnings),
      "fixable": .integer(tally.fixable),
      "suppressed": .integer(report.suppressed.count),
      "seconds": .seconds(report.summary.duration),
    ]
  }
}
