import Diagnostics

/// The line that ends a run of the linter.
struct LintSummary {
  private let report: Report

  init(_ report: Report) { self.report = report }

  /// Such as `2 errors, 1 warning, 0 remarks in 129 elements (925 files)`.
  var text: String {
    let counts = [
      counted(.error, "error"), counted(.warning, "warning"), counted(.info, "remark"),
    ]
    let elements = plural(report.summary.elements, "element")
    return
      "\(counts.joined(separator: ", ")) in \(elements) (\(plural(report.summary.files, "file")))"
  }

  private func counted(_ severity: Severity, _ noun: String) -> String {
    plural(report.findings.count { $0.severity == severity }, noun)
  }

  private func plural(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
