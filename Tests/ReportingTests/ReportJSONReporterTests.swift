import Diagnostics
import Documents
import SystemPackage
import TestSupport
import Testing

@testable import Reporting

struct ReportJSONReporterTests {
  private let reporter = ReportJSONReporter(RenderingOptions())

  @Test(arguments: 0..<100)
  func anyTextSurvivesTheRoundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let report = Report.random(using: &random)
    let document = try parse(reporter.text(of: report))
    let names = document["cases"]?.sequence?.map { $0["name"]?.string }
    #expect(names == report.cases.map(\.name))
    #expect(document["summary"]?["hostName"]?.string == report.summary.hostName)
  }

  @Test func lintFormatIsStrictJSON() throws {
    let document = try parse(JSONReporter(RenderingOptions()).text(of: .sample))
    #expect(document["version"]?.integer == 1)
    #expect(document["findings"]?.sequence?.count == 3)
    #expect(document["summary"]?["fixable"]?.integer == 1)
  }

  private func parse(_ text: String) throws -> DocumentNode {
    let document = try JSONDocument(parsing: Array(text.utf8), path: "report.json")
    #expect(document.problems.isEmpty)
    return try #require(document.root)
  }
}
