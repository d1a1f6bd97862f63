import Diagnostics

/// JUnit XML in the dialect that every known reader accepts; its schema is `docs/junit-safe.xsd`.
package struct JUnitReporter: Reporter {
  package static let key = "junit"

  package init(_ options: RenderingOptions) {}

  package func render(_ report: Report, to output: inout some TextOutputStream) {
    let suites = JUnitSuite.suites(of: report)
    let tally = ReportTally(cases: suites.flatMap(\.cases).map(\.result))
    let document = XMLWriter.document { xml in
      xml.element(
        "testsuites",
        [
          "name": "tie-check", "time": report.summary.duration.decimalSeconds,
          "tests": "\(tally.cases)", "failures": "\(tally.failed)", "errors": "\(tally.errored)",
        ]
      ) { xml in
        for suite in suites { write(suite, of: report, to: xml) }
      }
    }
    output.write(document)
  }

  private func write(_ suite: JUnitSuite, of report: Report, to xml: borrowing XMLWriter) {
    let tally = suite.tally
    xml.element(
      "testsuite",
      [
        "name": suite.name, "tests": "\(tally.cases)", "failures": "\(tally.failed)",
        "errors": "\(tally.errored)", "skipped": "\(tally.skipped)",
        "time": suite.duration.decimalSeconds,
        "timestamp": Timestamp(secondsSinceEpoch: report.summary.startedAt).withoutZone,
        "hostname": hostName(of: report),
      ]
    ) { xml in
      writeProperties(report.properties, to: xml)
      for testCase in suite.cases { write(testCase, to: xml) }
    }
  }

  private func hostName(of report: Report) -> String {
    let name = PrintableText.forXML(report.summary.hostName)
    return name.isEmpty ? "localhost" : name
  }

  private func writeProperties(_ properties: [Report.Property], to xml: borrowing XMLWriter) {
    guard !properties.isEmpty else { return }
    xml.element("properties") { xml in
      for property in properties {
        xml.element("property", ["name": property.name, "value": property.value])
      }
    }
  }

  private func write(_ testCase: JUnitCase, to xml: borrowing XMLWriter) {
    xml.element(
      "testcase",
      [
        "classname": testCase.className, "name": testCase.name,
        "time": testCase.result.duration.decimalSeconds,
      ]
    ) { xml in
      writeVerdict(of: testCase.result, to: xml)
    }
  }

  private func writeVerdict(of result: CaseResult, to xml: borrowing XMLWriter) {
    switch result.verdict {
    case .passed: break
    case .skipped(let reason): xml.element("skipped", ["message": oneLine(reason)])
    case .failed(let failure): write("failure", failure, of: result, to: xml)
    case .errored(let failure): write("error", failure, of: result, to: xml)
    }
  }

  private func write(
    _ name: String, _ failure: CaseResult.Failure, of result: CaseResult,
    to xml: borrowing XMLWriter
  ) {
    xml.element(name, ["message": oneLine(failure.message), "type": failure.code]) { xml in
      xml.text(FailureText.body(failure, of: result))
    }
  }
}
