import Diagnostics
import SystemPackage
import TestSupport
import Testing

@testable import Reporting

struct ReporterTests {
  @Test(arguments: ["text", "summary"])
  func whatElementsAreCalledMovesNoCursor(_ format: String) throws {
    var report = Report()
    report.findings = [
      Finding(
        rule: "XX1", name: "x", severity: .error, message: "`a\u{1b}[2J\n`",
        location: SourceLocation("e\u{1b}[2J\nl"), notes: [.init("\u{7}", at: .init("\u{1b}]n"))])
    ]
    report.cases = [CaseResult(element: "e\u{1b}[2J\n", stage: .build, name: "x", verdict: .passed)]
    let options = RenderingOptions(showsHints: true)
    let text = try #require(ReporterRegistry.reporter(format, options: options)).text(of: report)
    #expect(!text.contains("\u{1b}"))
    #expect(!text.contains("\u{7}"))
    #expect(text.contains("XX1 `a\\n`\n"))
  }

  @Test(arguments: ReporterRegistry.all.map { $0.key })
  func rendersTheSampleAsItsGoldenFile(key: String) throws {
    let options = RenderingOptions(showsHints: true)
    let reporter = try #require(ReporterRegistry.reporter(key, options: options))
    try expectGolden(reporter.text(of: .sample), "sample.1.\(key)")
  }

  @Test(arguments: ReporterRegistry.all.map { $0.key })
  func rendersACleanRunAsItsGoldenFile(key: String) throws {
    let reporter = try #require(ReporterRegistry.reporter(key))
    try expectGolden(reporter.text(of: .clean), "clean.0.\(key)")
  }

  @Test func summaryCanLeaveOutWhatPassed() {
    let options = RenderingOptions(showsPassed: false)
    let all = SummaryReporter(RenderingOptions()).text(of: .sample)
    let bad = SummaryReporter(options).text(of: .sample)
    #expect(all.contains("  passed "))
    #expect(!bad.contains("  passed "))
    #expect(bad.contains("  failed ") && bad.contains("  skipped "))
    #expect(SummaryReporter(options).text(of: .clean).split(separator: "\n").count == 1)
  }

  @Test func registryHoldsEveryFileOfItsFolder() throws {
    let folder = FilePath(#filePath).removingLastComponent()
      .appending("../../Sources/Reporting/Reporters")
    let registered = ReporterRegistry.all.map { "\($0).swift" }
    #expect(fileNames(in: folder) == registered.sorted())
  }

  @Test func registryIsSortedByKey() {
    let keys = ReporterRegistry.all.map { $0.key }
    #expect(keys == keys.sorted())
  }

  @Test func lineBreakInAFileNameDoesNotBreakTheRow() throws {
    var report = Report()
    report.findings = [
      Finding(
        rule: "HK101", name: "x", severity: .error, message: "m",
        location: SourceLocation("a\nb", line: 1),
        notes: [Finding.Note("n", at: SourceLocation("c\nd"))])
    ]
    let reporter = try #require(
      ReporterRegistry.reporter("text", options: RenderingOptions(showsHints: true)))
    #expect(reporter.text(of: report).hasPrefix("a\\nb:1:1: HK101 m\n  note: c\\nd: n"))
  }

  @Test func unknownFormatHasNoReporter() {
    #expect(ReporterRegistry.reporter("tap") == nil)
  }
}
