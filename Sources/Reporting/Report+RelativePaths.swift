import Diagnostics
import SystemPackage

extension Report {
  /// The report with every path below `directory` written relative to it.
  package func relative(to directory: FilePath) -> Report {
    var report = self
    report.directory = directory
    report.findings = findings.map { $0.relative(to: directory) }
    report.suppressed = suppressed.map {
      SuppressedFinding($0.finding.relative(to: directory), because: $0.reason)
    }
    report.cases = cases.map { $0.relative(to: directory) }
    return report
  }
}

extension FilePath {
  fileprivate func relative(to directory: FilePath) -> FilePath {
    var path = self
    return path != directory && path.removePrefix(directory) ? path : self
  }
}

extension SourceLocation {
  fileprivate func relative(to directory: FilePath) -> SourceLocation {
    SourceLocation(path.relative(to: directory), start, to: end)
  }
}

extension Finding {
  /// The finding with every path below `directory` written relative to it.
  package func relative(to directory: FilePath) -> Finding {
    var finding = self
    finding.location = location.relative(to: directory)
    finding.notes = notes.map { Note($0.message, at: $0.location.relative(to: directory)) }
    return finding
  }
}

extension CaseResult {
  fileprivate func relative(to directory: FilePath) -> CaseResult {
    var result = self
    result.location = location?.relative(to: directory)
    result.log = log?.relative(to: directory)
    result.verdict = verdict.relative(to: directory)
    return result
  }
}

extension CaseResult.Verdict {
  fileprivate func relative(to directory: FilePath) -> Self {
    switch self {
    case .passed, .skipped: self
    case .failed(let failure): .failed(failure.relative(to: directory))
    case .errored(let failure): .errored(failure.relative(to: directory))
    }
  }
}

extension CaseResult.Failure {
  fileprivate func relative(to directory: FilePath) -> Self {
    var failure = self
    failure.location = location?.relative(to: directory)
    return failure
  }
}
