public import Diagnostics

/// All that is said about a rule: its names, why it exists, and examples that are run as tests.
public struct RuleMetadata: Sendable {
  /// `HK101`; flake8's or bashate's code where the rule is theirs.
  public var code: RuleCode
  /// The pattern that is flagged, in kebab case: `hook-not-executable`.
  public var name: String
  /// The highest severity a finding of this rule can have.
  public var severity: Severity
  /// Why the pattern hurts and what to write instead.
  public var rationale: String
  /// Examples whose places between `«` and `»` are found, and nothing else.
  public var flagged: [RuleExample]
  /// Examples in which nothing is found.
  public var accepted: [RuleExample]
  /// The codes by which other linters know the rule, good wherever its own code is: `E042`.
  public var aliases: [RuleCode]
  /// The words by which other linters' suppressions call this rule.
  public var legacyNames: [String]
  /// The comment that silences the rule.
  public var suppression: Suppression
  /// Whether the rule runs only when it is selected by name.
  public var isOptIn: Bool
  /// The first version that has the rule.
  public var since: String

  /// The description of one rule.
  public init(
    code: RuleCode, name: String, severity: Severity, rationale: String, flagged: [RuleExample],
    accepted: [RuleExample], aliases: [RuleCode] = [], legacyNames: [String] = [],
    suppression: Suppression = .line, isOptIn: Bool = false, since: String = "0.1.0"
  ) {
    self.code = code
    self.name = name
    self.severity = severity
    self.rationale = rationale
    self.flagged = flagged
    self.accepted = accepted
    self.aliases = aliases
    self.legacyNames = legacyNames
    self.suppression = suppression
    self.isOptIn = isOptIn
    self.since = since
  }
}

extension RuleMetadata {
  /// The rule's code and those of other linters.
  public var codes: [RuleCode] { [code] + aliases }

  /// Where a comment can stand that silences a rule, so that nothing else comes of it.
  public enum Suppression: Sendable {
    /// At the end of the line that is found, or alone at the top of the file.
    case line
    /// Alone at the top of the file only: there is no such line, or it is no place for comments.
    case file
    /// Nowhere: what is found is no text, or its format has no comments.
    case none
  }
}
