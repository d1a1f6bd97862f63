import Diagnostics
import ElementLint
import SystemPackage

/// What settings make of findings: which are left out by their place, and how much others matter.
struct LintFilter: Sendable {
  private let excluded: [PathPattern]
  private let ignored: [(pattern: PathPattern, rules: RuleSelection)]
  private let severities: [(rules: RuleSelection, severity: Severity)]

  init(_ settings: LintConfiguration) throws(InputError) {
    excluded = settings.exclude?.value ?? []
    var ignored = [(PathPattern, RuleSelection)]()
    for entry in settings.perFileIgnores?.value ?? [] where !entry.rules.isEmpty {
      ignored.append((entry.pattern, try RuleSelection(select: entry.rules)))
    }
    var severities = [(RuleSelection, Severity)]()
    for entry in settings.severity?.value ?? [] {
      severities.append((try RuleSelection(select: [entry.rule]), entry.severity))
    }
    self.ignored = ignored
    self.severities = severities
  }

  /// What is left of an outcome whose paths are absolute.
  func applied(to outcome: LintOutcome) -> LintOutcome {
    LintOutcome(
      findings: outcome.findings.filter(keeps).map(weighed),
      suppressed: outcome.suppressed.filter(keeps).map(weighed))
  }

  /// Whether nothing is reported in a file.
  func excludes(_ path: FilePath) -> Bool { excluded.contains { $0.matches(path) } }

  private func keeps(_ finding: Finding) -> Bool {
    let path = finding.location.path
    return !excludes(path)
      && !ignored.contains { $0.rules.includes(finding.rule) && $0.pattern.matches(path) }
  }

  /// The last word counts.
  private func weighed(_ finding: Finding) -> Finding {
    var finding = finding
    if let last = severities.last(where: { $0.rules.includes(finding.rule) }) {
      finding.severity = last.severity
    }
    return finding
  }
}

extension RuleSelection {
  /// Whether the rule of that code runs.
  func includes(_ code: RuleCode) -> Bool {
    (try? RuleCatalog.rule(code.rawValue)).map(includes) ?? false
  }
}
