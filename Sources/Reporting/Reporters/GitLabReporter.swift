import Diagnostics
import SystemPackage

/// GitLab's code-quality report.
package struct GitLabReporter: Reporter {
  package static let key = "gitlab"

  package init(_ options: RenderingOptions) {}

  package func render(_ report: Report, to output: inout some TextOutputStream) {
    print(JSONValue.array(report.findings.sorted().map(issue)), to: &output)
  }

  private func issue(_ finding: Finding) -> JSONValue {
    [
      "description": .string("\(finding.rule) \(finding.message)"),
      "check_name": .string(finding.name),
      "fingerprint": .string(finding.fingerprint ?? FindingText.line(finding)),
      "severity": .string(severity(finding.severity)),
      "location": [
        "path": .string(finding.location.path.string),
        "lines": ["begin": .integer(LineRange(finding.location).start.line)],
      ],
    ]
  }

  private func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
