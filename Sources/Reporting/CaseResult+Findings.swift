import Diagnostics

extension CaseResult.Verdict {
  /// The verdict on one file: failed when a finding is a warning or an error.
  ///
  /// The first such finding gives message and location; its hint, its rule and the others are details.
  package init(findings: [Finding]) {
    let bad = findings.filter { $0.severity >= .warning }.sorted()
    guard let first = bad.first else {
      self = .passed
      return
    }
    let more = bad.count == 1 ? "" : " (and \(bad.count - 1) more)"
    let details =
      FindingText.remarks(first) + ["explain: tie-check explain \(first.rule)"]
      + bad.dropFirst().map(FindingText.full)
    self = .failed(
      CaseResult.Failure(
        code: first.rule.rawValue, message: first.message.text + more, at: first.location,
        details: details.joined(separator: "\n")))
  }
}

extension Report {
  /// The findings that no validation case of this report stands for, by the file the case names.
  package var findingsWithoutCase: [Finding] {
    let validated = Set(cases.filter { $0.stage == .validate }.compactMap { $0.location?.path })
    return findings.filter { !validated.contains($0.location.path) }.sorted()
  }
}
