import Diagnostics
import Reporting
import SystemPackage

extension Report {
  /// The report that the golden file of every reporter shows.
  static var sample: Report {
    var report = Report()
    report.summary.files = 12
    report.summary.elements = 3
    report.summary.duration = .milliseconds(14_230)
    report.summary.startedAt = 1_795_387_320.125
    report.summary.hostName = "builder"
    report.properties = [.init("tie-check", "0.1.0"), .init("base", "debian-minimal")]
    report.findings = [.unsortedDependencies, .hookNotExecutable, .missingReadme]
    report.suppressed = [
      SuppressedFinding(.missingReadme, because: .comment),
      SuppressedFinding(.hookNotExecutable, because: .baseline),
    ]
    report.rules = [
      RuleDescription(
        code: "EL201", name: "unsorted-element-deps", severity: .warning,
        rationale: "Sorted lists are read faster.", page: "EL201\n", markdown: "# EL201\n")
    ]
    report.directory = "/srv/my elements"
    report.cases = iptablesCases + ntpCases
    return report
  }

  /// A run that found nothing wrong.
  static var clean: Report {
    var report = Report()
    report.summary.files = 12
    report.summary.elements = 3
    report.summary.duration = .milliseconds(40)
    return report
  }

  private static var iptablesCases: [CaseResult] {
    let hook: FilePath = "elements/iptables/install.d/50-iptables"
    return [
      CaseResult(
        element: "iptables", stage: .validate, name: "element-deps", verdict: .passed,
        duration: .milliseconds(1), location: SourceLocation("elements/iptables/element-deps")),
      CaseResult(
        element: "iptables", stage: .validate, name: "install.d/50-iptables",
        verdict: .init(findings: [.hookNotExecutable]), duration: .microseconds(2600),
        location: SourceLocation(hook)),
      CaseResult(
        element: "iptables", stage: .build, name: "default", verdict: .passed,
        duration: .milliseconds(4120), log: "tie-report/logs/iptables/default.log"),
      CaseResult(
        element: "iptables", stage: .assert, name: "rules: file /etc/iptables/rules.v4: mode",
        verdict: .failed(.wrongMode),
        location: SourceLocation("elements/iptables/tests/rules.yaml", line: 4, column: 7)),
    ]
  }

  private static var ntpCases: [CaseResult] {
    [
      CaseResult(
        element: "ntp", stage: .build, name: "default", verdict: .errored(.hookTimedOut),
        duration: .seconds(600), log: "tie-report/logs/ntp/default.log"),
      CaseResult(
        element: "ntp", stage: .assert, name: "arm64",
        verdict: .skipped(reason: "needs architecture arm64, this host is amd64")),
    ]
  }
}

extension CaseResult.Failure {
  fileprivate static let wrongMode = Self(
    code: "assertion", message: "`/etc/iptables/rules.v4` has mode 0600",
    at: SourceLocation("elements/iptables/tests/rules.yaml", line: 4, column: 7),
    expected: "0644", found: "0600",
    details: "last touched by install.d/50-iptables of `iptables`",
    reproduce: "tie-check test iptables --case rules")

  fileprivate static let hookTimedOut = Self(
    code: "timeout", message: "`install.d/75-ntp` did not end within 10m",
    details: "last lines of output:\n  \u{1b}[31mwaiting\u{1b}[0m for ]]> & <lock>\n  bell \u{7}",
    reproduce: "tie-check test ntp --case default")
}

extension Finding {
  fileprivate static let hookNotExecutable = Finding(
    rule: "HK103", name: "hook-not-executable", severity: .error,
    message: "`50-iptables` is not executable and will not run",
    location: SourceLocation("elements/iptables/install.d/50-iptables"),
    hint: "run `chmod +x elements/iptables/install.d/50-iptables`")

  fileprivate static let unsortedDependencies = unsorted.with(fingerprint: "0123456789abcdef:1")

  private func with(fingerprint: String) -> Finding {
    var finding = self
    finding.fingerprint = fingerprint
    return finding
  }

  private static let unsorted = Finding(
    rule: "EL201", name: "unsorted-element-deps", severity: .warning,
    message: "`element-deps` is not sorted",
    location: SourceLocation(
      "elements/vm/element-deps", SourcePosition(line: 2, column: 1),
      to: SourcePosition(line: 2, column: 5)),
    notes: [Note("`vm` is here", at: SourceLocation("elements/vm/element-deps", line: 1))],
    hint: "move `base` above `vm`",
    fix: Fix(
      "sort the lines",
      edits: [
        Edit(
          from: SourcePosition(line: 1), to: SourcePosition(line: 3), text: "base\n\"vm\"\\\t\n")
      ]))

  fileprivate static let missingReadme = Finding(
    rule: "EL101", name: "missing-readme", severity: .info,
    message: "`vm` has no README.rst", location: SourceLocation("elements/vm"))
}
