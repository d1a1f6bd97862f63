import Diagnostics
import SystemPackage

/// Workflow commands that GitHub shows as annotations of the lines they name.
package struct GitHubReporter: Reporter {
  package static let key = "github"

  package init(_ options: RenderingOptions) {}

  package func render(_ report: Report, to output: inout some TextOutputStream) {
    // Of each kind only the first ten of a step are shown.
    for finding in report.findings.sortedBySeverity {
      print("::\(command(finding.severity)) \(properties(finding))::\(text(finding))", to: &output)
    }
  }

  private func command(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  private func properties(_ finding: Finding) -> String {
    let range = LineRange(finding.location)
    var properties = [
      "file=\(escapedProperty(finding.location.path.string))", "line=\(range.start.line)",
      "endLine=\(range.end.line)",
    ]
    // Columns of a range over several lines make the annotation vanish.
    if range.start.line == range.end.line {
      properties += ["col=\(range.start.column)", "endColumn=\(range.end.column)"]
    }
    properties.append("title=\(escapedProperty("\(finding.rule) \(finding.name)"))")
    return properties.joined(separator: ",")
  }

  private func text(_ finding: Finding) -> String {
    let lines = [finding.message.text] + FindingText.remarks(finding)
    return escaped(lines.joined(separator: "\n"), "%\r\n")
  }

  private func escapedProperty(_ text: String) -> String { escaped(text, "%\r\n:,") }

  private func escaped(_ text: String, _ special: String) -> String {
    text.unicodeScalars.map { scalar in
      special.unicodeScalars.contains(scalar)
        ? PercentEncoding.escape(UInt8(ascii: scalar)) : String(scalar)
    }.joined()
  }
}
