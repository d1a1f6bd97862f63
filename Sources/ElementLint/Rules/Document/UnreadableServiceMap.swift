import Diagnostics
import ElementModel

/// Flags service maps that cannot be parsed.
struct UnreadableServiceMap: FormatRule {
  static let kind = FormatProblem.Kind.unreadableServiceMap
  static let metadata = RuleMetadata(
    code: "SV501",
    name: "unreadable-service-map",
    severity: .error,
    rationale: """
      The build stops at a `svc-map` that cannot be parsed or is no mapping.
      """,
    flagged: [
      ["foo/svc-map": "«- web»\n"]
    ],
    accepted: [
      ["foo/svc-map": "web:\n  default: nginx\n"]
    ],
    suppression: .file)
}
