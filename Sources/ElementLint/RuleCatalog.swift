public import Diagnostics

/// Every rule there is.
public enum RuleCatalog {
  /// The rules' descriptions, sorted by code.
  public static let all: [RuleMetadata] =
    (rules.map { $0.metadata } + PythonRules.all.flatMap { $0.metadata })
    .sorted { $0.code < $1.code }

  /// The rule with the given code, alias or name; an unknown one is an error that names the closest.
  public static func rule(_ codeOrName: String) throws(InputError) -> RuleMetadata {
    guard let rule = known(codeOrName) else { throw unknownRule(codeOrName) }
    return rule
  }

  /// The types of all roles but `PythonRule`, whose members have several codes.
  static let rules: [any Rule.Type] =
    TreeRules.all + ElementRules.all + FileRules.all + DocumentRules.all + ShellRules.all

  /// The rule with the given code, alias or name.
  static func known(_ codeOrName: String) -> RuleMetadata? { index[codeOrName] }

  /// The error about a name that no rule has.
  static func unknownRule(_ text: String) -> InputError {
    InputError("no rule is called `\(text)`", hint: hint(forUnknown: text))
  }

  /// What was probably meant by a name that no rule has.
  static func hint(forUnknown text: String) -> String {
    let candidate = closestName(to: text, among: index.keys)
    return candidate.map { "did you mean `\($0)`?" } ?? "run `tie-check rules` for the list"
  }

  private static let index = Dictionary(
    all.flatMap { rule in (rule.codes.map(\.rawValue) + [rule.name]).map { ($0, rule) } },
    uniquingKeysWith: { first, _ in first })
}
