public import Diagnostics

/// What a linter found.
public struct LintOutcome: Sendable {
  /// What is to be reported, in the order of reports.
  public var findings: [Finding]
  /// What comments silence, in the same order.
  public var suppressed: [Finding]

  /// An outcome with the given parts.
  public init(findings: [Finding] = [], suppressed: [Finding] = []) {
    self.findings = findings
    self.suppressed = suppressed
  }
}
