import Diagnostics
import PythonSyntax
package import SystemPackage

/// Checks Python files, one at a time, by a selection of rules and flake8's configuration.
package struct PythonLinter: Sendable {
  private let selection: RuleSelection
  private let configuration: Flake8Configuration
  private let rules: PythonRuleSet

  /// A linter with the rules that both select; where both say something, `selection` counts.
  package init(_ selection: RuleSelection, _ configuration: Flake8Configuration) {
    self.selection = selection
    self.configuration = configuration
    rules = PythonRuleSet(selection, configuration.selection)
  }

  /// What is found in a file, given its absolute path, and not silenced by `# noqa`, in flake8's
  /// order.
  package func findings(in contents: [UInt8], at path: FilePath) -> [PythonFinding] {
    guard let rules = rules(for: path), !rules.shown.isEmpty else { return [] }
    let python = LintedPython(
      PythonSource(contents, path: path), options: configuration.options)
    guard configuration.disablesNoqa || !python.directives.skipsFile else { return [] }
    var report = PythonReport(rules.codes)
    for rule in rules.rules { rule.check(python, &report) }
    let findings = report.findings.filter { rules.shown.contains($0.code) }
    return Flake8Order.sorted(findings.filter { !silences(python.directives, $0) })
  }

  private func rules(for path: FilePath) -> PythonRuleSet? {
    guard !configuration.exclude.match(path) else { return nil }
    let selection = configuration.selection(for: path)
    return selection == configuration.selection ? rules : PythonRuleSet(self.selection, selection)
  }

  private func silences(_ directives: NoqaDirectives, _ finding: PythonFinding) -> Bool {
    guard !configuration.disablesNoqa, finding.code.isFlake8 else { return false }
    return directives.directive(forLine: finding.line)?.silences(finding.code) ?? false
  }
}
