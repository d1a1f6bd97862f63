import Diagnostics
import ElementLint
import Reporting

/// All rules, one line or object each.
enum RuleTable {
  /// Aligned columns: code, severity, name; opt-in rules say so.
  static func text(_ rules: [RuleMetadata]) -> String {
    rules.map { rule in
      let severity = rule.severity.rawValue.padded(to: 8)
      let remark = rule.isOptIn ? " (off unless selected)" : ""
      return "\(rule.code.rawValue.padded(to: 6))\(severity)\(rule.name)\(remark)\n"
    }.joined()
  }

  /// An array of objects.
  static func json(_ rules: [RuleMetadata]) -> String {
    "\(JSONValue.array(rules.map(object)))\n"
  }

  /// One rule as an object.
  static func object(_ rule: RuleMetadata) -> JSONValue {
    [
      "code": .string(rule.code.rawValue),
      "name": .string(rule.name),
      "severity": .string(rule.severity.rawValue),
      "rationale": .string(rule.rationale),
      "aliases": .array(rule.aliases.map { .string($0.rawValue) }),
      "legacyNames": .array(rule.legacyNames.map { .string($0) }),
      "optIn": .bool(rule.isOptIn),
      "since": .string(rule.since),
    ]
  }
}

extension String {
  /// The text with blanks behind it, up to the given number of characters.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
