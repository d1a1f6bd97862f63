import Diagnostics
import Reporting
import SystemPackage

/// Leaves known findings out of a report, and keeps the list of them up to date.
struct BaselineRun {
  private let session: LintSession
  private let settings: LintSettings
  private let file: FilePath?
  private let isWritten: Bool
  /// What the file has, if it is there and is one.
  private let list: Baseline?

  /// Reads the list; one that is about to be written need not be there.
  init(_ session: LintSession, _ settings: LintSettings, isWritten: Bool) throws(InputError) {
    self.session = session
    self.settings = settings
    self.isWritten = isWritten
    file = settings.configuration.baseline?.value
    if isWritten, file == nil {
      throw InputError(
        "`--update-baseline` names no list of known findings", hint: "add `--baseline FILE`")
    }
    do throws(InputError) { list = try file.map(Baseline.init(reading:)) } catch {
      guard isWritten else { throw error }
      list = nil
    }
  }

  /// The report without what is known, and what is to be told about the list.
  func applied(to report: Report) throws -> (report: Report, remark: String) {
    if isWritten, let file { return try written(report, file) }
    guard let list else { return (report, "") }
    let (new, known, used) = list.parted(report.findings)
    var report = report
    report.findings = new
    report.suppressed += known.map { SuppressedFinding($0, because: .baseline) }
    return (report, shrink(list, to: used))
  }

  /// Everything is known from now on; what was not looked at stays in the list.
  private func written(_ report: Report, _ file: FilePath) throws -> (Report, String) {
    let found = Baseline(of: report.findings, in: file)
    try (list?.replacing(found.counts) { isLookedAt($0, file) } ?? found).write()
    let known = report.findings.map { SuppressedFinding($0, because: .baseline) }
    var report = report
    report.findings = []
    report.suppressed += known
    return (report, "\(known.count) findings are known now")
  }

  private func shrink(_ list: Baseline, to used: [BaselineEntry: Int]) -> String {
    let smaller = list.replacing(used) { isLookedAt($0, list.file) }
    let gone = list.counts.values.reduce(0, +) - smaller.counts.values.reduce(0, +)
    guard gone > 0 else { return "" }
    let sum = "\(gone) known \(gone == 1 ? "finding is" : "findings are") gone"
    do throws(OutputError) {
      try smaller.write()
      return "\(sum) and no longer in \(list.file.lastComponent?.string ?? "the list")"
    } catch {
      return "\(sum), but \(error)"
    }
  }

  /// Whether this run would have found it.
  private func isLookedAt(_ entry: BaselineEntry, _ file: FilePath) -> Bool {
    let path = file.removingLastComponent().pushing(FilePath(entry.path))
    return session.includes(path) && settings.rules.includes(RuleCode(rawValue: entry.code))
  }
}
