import Diagnostics
import ElementLint

extension RulePage {
  /// The page as a Markdown document.
  var markdown: String {
    let remark = rule.isOptIn ? ", off unless selected" : ""
    let sections =
      [
        "# \(rule.code) `\(rule.name)`",
        "Severity: \(rule.severity.rawValue)\(remark). Since version \(rule.since).",
        rule.rationale,
      ]
      + examples(rule.flagged, "## Flagged", "What is found stands between « and ».")
      + examples(rule.accepted, "## Accepted", nil)
      + ["## Suppression", suppression]
    return sections.joined(separator: "\n\n") + "\n"
  }

  private func examples(
    _ examples: [RuleExample], _ title: String, _ remark: String?
  ) -> [String] {
    guard !examples.isEmpty else { return [] }
    return [title] + (remark.map { [$0] } ?? []) + examples.flatMap(files)
  }

  private func files(_ example: RuleExample) -> [String] {
    example.files.map { path, content in
      "`\(path)`\(self.remark(content))" + block(content)
    }
  }

  /// The content between fences that are longer than any in it.
  private func block(_ content: ExampleFile) -> String {
    let lines = lines(of: content)
    guard !lines.isEmpty else { return "" }
    let longest = lines.map { $0.prefix { $0 == "`" }.count }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\n\n\(fence)text\n\(lines.joined(separator: "\n"))\n\(fence)"
  }
}
