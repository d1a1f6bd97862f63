/// What a report says about a rule, for readers who have only the report.
public struct RuleDescription: Hashable, Sendable, Codable {
  /// The code, such as `HK101`.
  public var code: RuleCode
  /// The name, such as `hook-not-executable`.
  public var name: String
  /// The highest severity a finding of the rule can have.
  public var severity: Severity
  /// Why the pattern hurts and what to write instead.
  public var rationale: String
  /// The rule's page as plain text.
  public var page: String
  /// The rule's page in Markdown.
  public var markdown: String

  /// The description of one rule.
  public init(
    code: RuleCode, name: String, severity: Severity, rationale: String, page: String,
    markdown: String
  ) {
    self.code = code
    self.name = name
    self.severity = severity
    self.rationale = rationale
    self.page = page
    self.markdown = markdown
  }
}
