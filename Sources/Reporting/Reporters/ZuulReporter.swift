import Diagnostics
import SystemPackage

/// A file for `zuul_return`: comments on the lines of a change.
package struct ZuulReporter: Reporter {
  package static let key = "zuul"
  /// What a review can bear; the worst findings are kept.
  private static let mostComments = 100

  package init(_ options: RenderingOptions) {}

  package func render(_ report: Report, to output: inout some TextOutputStream) {
    let (inside, outside) = parted(report.findings)
    let shown = Array(inside.sortedBySeverity.prefix(Self.mostComments))
    let hidden = inside.count - shown.count
    var warnings = outside.sorted().map { "\(FindingText.line($0))" }
    if hidden > 0 { warnings.append("\(hidden) more findings are in the log") }
    let content: JSONValue = [
      "file_comments": comments(shown),
      "warnings": .array(warnings.map { .string($0) }),
    ]
    print(["zuul": content] as JSONValue, to: &output)
  }

  /// The findings in files of the repository, and those elsewhere, which no comment can be on.
  private func parted(_ findings: [Finding]) -> (inside: [Finding], outside: [Finding]) {
    let isInside = { (finding: Finding) in finding.location.path.isRelative }
    return (findings.filter(isInside), findings.filter { !isInside($0) })
  }

  private func comments(_ findings: [Finding]) -> JSONValue {
    let files = grouped(findings.sorted(), by: \.location.path.string)
    return .object(
      files.map { path, findings in
        JSONValue.Member(key: path, value: .array(findings.map(comment)))
      })
  }

  private func comment(_ finding: Finding) -> JSONValue {
    let range = LineRange(finding.location)
    let text = ["\(finding.rule) \(finding.message)"] + FindingText.remarks(finding)
    let comment: JSONValue = [
      "line": .integer(range.start.line),
      "message": .string(text.joined(separator: "\n")),
      "level": .string(finding.severity.rawValue),
    ]
    return range.start < range.end ? comment.adding("range", object(range)) : comment
  }

  /// Characters are counted from 0 there.
  private func object(_ range: LineRange) -> JSONValue {
    [
      "start_line": .integer(range.start.line),
      "start_character": .integer(max(0, range.start.column - 1)),
      "end_line": .integer(range.end.line),
      "end_character": .integer(max(0, range.end.column - 1)),
    ]
  }
}
