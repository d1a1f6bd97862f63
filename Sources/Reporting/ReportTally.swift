import Diagnostics

/// What a report holds, counted.
struct ReportTally {
  var passed = 0
  var failed = 0
  var errored = 0
  var skipped = 0
  var errors = 0
  var warnings = 0
  var fixable = 0

  init(cases: [CaseResult] = [], findings: [Finding] = []) {
    for result in cases { count(result.verdict) }
    errors = findings.count { $0.severity == .error }
    warnings = findings.count { $0.severity == .warning }
    fixable = findings.count { $0.fix != nil }
  }

  var cases: Int { passed + failed + errored + skipped }

  private mutating func count(_ verdict: CaseResult.Verdict) {
    switch verdict {
    case .passed: passed += 1
    case .failed: failed += 1
    case .errored: errored += 1
    case .skipped: skipped += 1
    }
  }
}
