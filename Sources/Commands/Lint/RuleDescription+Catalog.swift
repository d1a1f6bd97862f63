import Diagnostics
import ElementLint

extension RuleDescription {
  /// The rules that the findings of a report are of, sorted by code.
  static func all(of report: Report) -> [RuleDescription] {
    let codes = Set((report.findings + report.suppressed.map(\.finding)).map(\.rule))
    return RuleCatalog.all.filter { codes.contains($0.code) }.map(RuleDescription.init)
  }

  private init(_ rule: RuleMetadata) {
    let page = RulePage(rule)
    self.init(
      code: rule.code, name: rule.name, severity: rule.severity, rationale: rule.rationale,
      page: page.text, markdown: page.markdown)
  }
}
