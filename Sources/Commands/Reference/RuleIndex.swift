import Diagnostics
import ElementLint

/// The table of rules as a Markdown document.
struct RuleIndex {
  private let rules: [RuleMetadata]

  init(_ rules: [RuleMetadata]) { self.rules = rules }

  var markdown: String {
    let head = """
      # Rules

      `tie-check explain CODE` shows a rule's page. This one and the others in this directory are
      made by `make docs`.

      | Code | Name | Severity |
      |---|---|---|

      """
    return head + rules.map(row).joined()
  }

  private func row(_ rule: RuleMetadata) -> String {
    let remark = rule.isOptIn ? ", off unless selected" : ""
    let link = "[\(rule.code)](\(rule.code).md)"
    return "| \(link) | \(rule.name) | \(rule.severity.rawValue)\(remark) |\n"
  }
}
