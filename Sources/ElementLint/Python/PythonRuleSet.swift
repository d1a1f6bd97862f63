import Diagnostics

/// The rules that run on a Python file.
struct PythonRuleSet: Sendable {
  /// The codes that are looked for. They may be more than are shown: whether a `# noqa` is needed
  /// depends on what the project has chosen, not on what a single run looks at.
  let codes: Set<RuleCode>
  /// The codes that are reported.
  let shown: Set<RuleCode>
  /// In the order in which they run.
  let rules: [any PythonRule]

  init(_ selection: RuleSelection, _ flake8: Flake8Selection) {
    let all = PythonRules.all.flatMap { $0.metadata }
    let isOn = { (rule: RuleMetadata) in
      rule.code.isFlake8 ? flake8.includes(rule.code) : !rule.isOptIn
    }
    let shown = Set(
      all.filter { selection.choice(of: $0) ?? (selection.selectsDefaults && isOn($0)) }
        .map(\.code))
    let judges = PythonRules.all.filter { $0 is any SuppressionRule.Type }
    let isJudging = judges.contains { $0.metadata.contains { shown.contains($0.code) } }
    let codes =
      isJudging
      ? Set(all.filter { selection.choice(of: $0) ?? isOn($0) }.map(\.code)) : shown
    let types = PythonRules.all.filter { $0.metadata.contains { codes.contains($0.code) } }
    let others = types.filter { !($0 is any SuppressionRule.Type) }
    rules = (others + (isJudging ? judges : [])).map { $0.init() }
    self.codes = codes
    self.shown = shown
  }
}

extension RuleCode {
  /// Whether a rule for Python with this code is flake8's, or of a plugin that comes with it.
  var isFlake8: Bool { ["E", "F", "W", "C90"].contains { rawValue.hasPrefix($0) } }
}
