import Diagnostics
import Reporting
import SystemPackage

/// A report in one form, and the file it goes to.
struct ReportTarget: Sendable, Equatable {
  let format: LintFormat
  let file: FilePath

  /// Writes the report.
  func write(_ report: Report) throws(OutputError) {
    try ReportFile(file).write(format.text(of: report, RenderingOptions()))
  }
}
