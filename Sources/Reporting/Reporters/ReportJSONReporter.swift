import Diagnostics
import SystemPackage

/// `report.json`: everything a report holds, for programs that compare, join or show runs.
package struct ReportJSONReporter: Reporter {
  package static let key = "report-json"

  package init(_ options: RenderingOptions) {}

  package func render(_ report: Report, to output: inout some TextOutputStream) {
    let object: JSONValue = [
      "version": 1,
      "summary": summary(of: report),
      "properties": .array(
        report.properties.map { ["name": .string($0.name), "value": .string($0.value)] }),
      "cases": .array(report.cases.map(caseObject)),
      "findings": .array(report.findings.sorted().map(findingObject)),
    ]
    print(object, to: &output)
  }

  private func summary(of report: Report) -> JSONValue {
    let tally = ReportTally(cases: report.cases, findings: report.findings)
    return [
      "startedAt": .string(Timestamp(secondsSinceEpoch: report.summary.startedAt).withZone),
      "seconds": .seconds(report.summary.duration),
      "hostName": .string(report.summary.hostName),
      "files": .integer(report.summary.files),
      "elements": .integer(report.summary.elements),
      "passed": .integer(tally.passed),
      "failed": .integer(tally.failed),
      "errored": .integer(tally.errored),
      "skipped": .integer(tally.skipped),
      "errors": .integer(tally.errors),
      "warnings": .integer(tally.warnings),
    ]
  }

  private func caseObject(_ result: CaseResult) -> JSONValue {
    let (verdict, reason, failure) = parts(of: result.verdict)
    return [
      "element": .string(result.element),
      "stage": .string(result.stage.rawValue),
      "name": .string(result.name),
      "verdict": .string(verdict),
      "seconds": .seconds(result.duration),
      "location": location(result.location),
      "log": .optional(result.log?.string),
      "reason": .optional(reason),
      "failure": failure.map(failureObject) ?? .null,
    ]
  }

  private func parts(
    of verdict: CaseResult.Verdict
  ) -> (verdict: String, reason: String?, failure: CaseResult.Failure?) {
    switch verdict {
    case .passed: ("passed", nil, nil)
    case .skipped(let reason): ("skipped", reason, nil)
    case .failed(let failure): ("failed", nil, failure)
    case .errored(let failure): ("errored", nil, failure)
    }
  }

  private func failureObject(_ failure: CaseResult.Failure) -> JSONValue {
    [
      "code": .string(failure.code),
      "message": .string(failure.message),
      "location": location(failure.location),
      "expected": .optional(failure.expected),
      "found": .optional(failure.found),
      "details": .string(failure.details),
      "reproduce": .optional(failure.reproduce),
    ]
  }

  /// A finding as in the lint format, and its related places.
  private func findingObject(_ finding: Finding) -> JSONValue {
    let notes = finding.notes.map { note -> JSONValue in
      ["message": .string(note.message), "location": location(note.location)]
    }
    return JSONValue(finding).adding("notes", .array(notes))
  }

  private func location(_ location: SourceLocation?) -> JSONValue {
    guard let location else { return .null }
    return [
      "path": .string(location.path.string),
      "line": location.start.map { .integer($0.line) } ?? .null,
      "column": location.start.map { .integer($0.column) } ?? .null,
      "endLine": location.end.map { .integer($0.line) } ?? .null,
      "endColumn": location.end.map { .integer($0.column) } ?? .null,
    ]
  }
}
