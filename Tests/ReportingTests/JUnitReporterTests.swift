import Diagnostics
import SystemPackage
import TestSupport
import Testing

@testable import Reporting

struct JUnitReporterTests {
  private let reporter = JUnitReporter(RenderingOptions())

  @Test func sampleIsValid() throws {
    #expect(try JUnitSchema.problems(in: reporter.text(of: .sample)) == [])
  }

  @Test func cleanRunIsValidAndNotEmpty() throws {
    #expect(try JUnitSchema.problems(in: reporter.text(of: .clean)) == [])
  }

  @Test func schemaRefusesWhatStrictReadersRefuse() throws {
    let good = reporter.text(of: .sample)
    let bad = [
      ("time=\"4.120\"", "time=\"4.12e0\""), ("<testcase ", "<testcase file=\"x\" "),
      (" value=\"0.1.0\"", ""), ("<skipped ", "<rerunFailure "), ("\"arm64\"", "\"\""),
    ]
    for (old, new) in bad {
      let document = replaceFirst(old, by: new, in: good)
      #expect(try JUnitSchema.problems(in: document) != [], "accepted \(new)")
    }
  }

  @Test func casesOfOneNameAreToldApart() throws {
    var report = Report()
    report.cases = (1...3).map { _ in
      CaseResult(element: "a", stage: .assert, name: "twice", verdict: .passed)
    }
    let names = JUnitSuite.suites(of: report).flatMap(\.cases).map(\.name)
    #expect(names == ["twice", "twice (2)", "twice (3)"])
    #expect(try JUnitSchema.problems(in: reporter.text(of: report)) == [])
  }

  @Test func findingOfAValidatedFileIsNotReportedTwice() {
    let suites = JUnitSuite.suites(of: .sample)
    #expect(suites.map(\.name) == ["iptables", "ntp", "lint"])
    #expect(
      suites.last?.cases.map(\.name) == ["elements/vm", "elements/vm/element-deps"])
  }

  @Test func informationAloneDoesNotFail() {
    var report = Report()
    report.findings = Report.sample.findings.filter { $0.severity == .info }
    #expect(JUnitSuite.suites(of: report).flatMap(\.cases).map(\.result.isBad) == [false])
  }

  @Test(arguments: 0..<200)
  func anyTextGivesAValidDocument(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let report = Report.random(using: &random)
    #expect(try JUnitSchema.problems(in: reporter.text(of: report)) == [])
  }

  private func replaceFirst(_ old: String, by new: String, in text: String) -> String {
    guard let range = text.firstRange(of: old) else { return text }
    return text.replacingCharacters(in: range, with: new)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with new: String) -> String {
    String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
