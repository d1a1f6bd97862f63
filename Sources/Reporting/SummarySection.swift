import Diagnostics

/// The lines of one element in the summary.
struct SummarySection {
  let element: String
  let lines: [Line]

  /// One case, or all files of the element that are in order.
  struct Line {
    let verdict: String
    let role: TerminalStyle.Role
    let stage: String
    let title: String
    let duration: Duration
    var remarks: [String] = []
  }

  /// One section an element, in the order of the report.
  static func sections(of report: Report) -> [SummarySection] {
    grouped(report.cases, by: \.element).map { SummarySection(element: $0.key, $0.values) }
  }

  private init(element: String, _ results: [CaseResult]) {
    self.element = element
    let valid = results.filter { $0.stage == .validate && $0.verdict == .passed }
    let others = results.filter { $0.stage != .validate || $0.verdict != .passed }
    lines = Self.fileLine(valid) + others.map(Line.init)
  }

  private static func fileLine(_ valid: [CaseResult]) -> [Line] {
    guard !valid.isEmpty else { return [] }
    let title = valid.count == 1 ? "1 file" : "\(valid.count) files"
    return [
      Line(
        verdict: "passed", role: .success, stage: "validate", title: title,
        duration: valid.reduce(.zero) { $0 + $1.duration })
    ]
  }
}

extension SummarySection.Line {
  fileprivate init(_ result: CaseResult) {
    stage = result.stage.rawValue
    title = result.name
    duration = result.duration
    switch result.verdict {
    case .passed: (verdict, role) = ("passed", .success)
    case .skipped(let reason): (verdict, role, remarks) = ("skipped", .warning, [reason])
    case .failed(let failure):
      (verdict, role) = ("failed", .failure)
      remarks = [failure.message] + FailureText.lines(failure, of: result)
    case .errored(let failure):
      (verdict, role) = ("errored", .failure)
      remarks = [failure.message] + FailureText.lines(failure, of: result)
    }
  }
}
