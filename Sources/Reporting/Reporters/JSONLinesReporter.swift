import Diagnostics

/// One JSON object a line, each a finding: for programs that read lines.
package struct JSONLinesReporter: Reporter {
  package static let key = "json-lines"

  package init(_ options: RenderingOptions) {}

  package func render(_ report: Report, to output: inout some TextOutputStream) {
    for finding in report.findings.sorted() {
      print(JSONValue.lintFinding(finding).onOneLine, to: &output)
    }
  }
}
