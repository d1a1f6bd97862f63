import Diagnostics
import SystemPackage

/// The folder that a check leaves behind: `junit.xml`, `report.json`, `logs/`.
package struct ReportFolder: Sendable {
  package let path: FilePath

  /// The folder at `path`, made when it is prepared or first written to.
  package init(_ path: FilePath) { self.path = path }

  /// Where the logs of cases are, as `ELEMENT/CASE.log`.
  package var logs: FilePath { path.appending("logs") }

  /// Makes the folder and tries whether files can be written there, so that no work is done whose
  /// results would be lost.
  package func prepare() throws(OutputError) {
    let probe = ReportFile(path.appending(".probe"))
    do throws(OutputError) {
      try probe.write(String(repeating: " ", count: 4096))
      try probe.withdraw()
    } catch {
      throw OutputError(path, error.cause)
    }
  }

  /// Removes the reports of an earlier run.
  package func withdraw() throws(OutputError) {
    for file in [junit, reportJSON] { try ReportFile(file).withdraw() }
  }

  /// Writes the reports; logs are written while the run goes on.
  package func write(_ report: Report) throws(OutputError) {
    let options = RenderingOptions()
    try ReportFile(junit).write(JUnitReporter(options).text(of: report))
    try ReportFile(reportJSON).write(ReportJSONReporter(options).text(of: report))
  }

  private var junit: FilePath { path.appending("junit.xml") }
  private var reportJSON: FilePath { path.appending("report.json") }
}
