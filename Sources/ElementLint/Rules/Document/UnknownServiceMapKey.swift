import Diagnostics
import ElementModel

/// Flags keys of a service that no build looks up.
struct UnknownServiceMapKey: FormatRule {
  static let kind = FormatProblem.Kind.unknownServiceMapKey
  static let metadata = RuleMetadata(
    code: "SV502",
    name: "unknown-service-map-key",
    severity: .warning,
    rationale: """
      Services are looked up by distribution, then by one of the families `redhat`, `debian` and
      `suse`, then by `default`. Here the family `redhat` is centos, fedora and rhel only.
      """,
    flagged: [
      ["foo/svc-map": "web:\n  «debain»: nginx\n"]
    ],
    accepted: [
      ["foo/svc-map": "web:\n  debian: nginx\n  default: httpd\n"]
    ])
}
