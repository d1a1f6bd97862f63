import Diagnostics
import SystemPackage

/// The folder that a check leaves behind: `junit.xml`, `report.json`, `logs/`.
package struct ReportFolder: Sendable {
  package let path: FilePath

  /// The folder at `path`, made when first written to.
  package init(_ path: FilePath) { self.path = path }

  /// Where the logs of cases are, as `ELEMENT/CASE.log`.
  package var logs: FilePath { path.appending("logs") }

  /// Writes the reports; logs are written while the run goes on.
  package func write(_ report: Report) throws(OutputError) {
    let options = RenderingOptions()
    try ReportFile(path.appending("junit.xml")).write(JUnitReporter(options).text(of: report))
    try ReportFile(path.appending("report.json"))
      .write(ReportJSONReporter(options).text(of: report))
  }
}
