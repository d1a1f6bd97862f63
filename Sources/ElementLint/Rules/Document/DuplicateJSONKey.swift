import Diagnostics
import ElementModel

/// Flags keys that stand twice in a JSON object.
struct DuplicateJSONKey: FormatRule {
  static let kind = FormatProblem.Kind.duplicateJSONKey
  static let metadata = RuleMetadata(
    code: "PK415",
    name: "duplicate-json-key",
    severity: .error,
    rationale: """
      Of two equal keys the last one counts and the first is lost without a word.
      """,
    flagged: [
      ["foo/pkg-map": "{\"default\": {\"vim\": \"vim\", «\"vim\"»: \"vim-nox\"}}\n"]
    ],
    accepted: [
      ["foo/pkg-map": "{\"default\": {\"vim\": \"vim\"}}\n"]
    ],
    suppression: .none)
}
