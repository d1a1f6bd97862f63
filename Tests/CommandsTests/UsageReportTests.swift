import Testing

@testable import Commands

@Suite struct UsageReportTests {
  private let listing = "4\t./etc/hosts\n20480\t./usr\n30720\t.\n20480\t./lib a\n"

  @Test func isMadeOnlyWhenAskedFor() {
    #expect(UsageReport(variables: [:]) == nil)
    #expect(UsageReport(variables: ["DIB_SHOW_IMAGE_USAGE": "0"]) == nil)
  }

  @Test func theLargestComeFirst() throws {
    let report = try #require(UsageReport(variables: ["DIB_SHOW_IMAGE_USAGE": "1"]))
    #expect(
      report.lines(of: listing).dropFirst(2).dropLast()
        == ["30.0 MiB\t.", "20.0 MiB\t./lib a", "20.0 MiB\t./usr"])
  }

  @Test func smallFilesAreInTheFullReport() throws {
    let variables = ["DIB_SHOW_IMAGE_USAGE": "1", "DIB_SHOW_IMAGE_USAGE_FULL": "1"]
    let report = try #require(UsageReport(variables: variables))
    #expect(report.lines(of: listing).contains("4.0 KiB\t./etc/hosts"))
  }
}
