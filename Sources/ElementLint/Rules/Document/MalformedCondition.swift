import Diagnostics
import ElementModel

/// Flags conditions that are no comparison.
struct MalformedCondition: FormatRule {
  static let kind = FormatProblem.Kind.malformedCondition
  static let metadata = RuleMetadata(
    code: "PK407",
    name: "malformed-condition",
    severity: .error,
    rationale: """
      A `when` is `VARIABLE = value` or `VARIABLE != value`. `==` is read as a comparison with `=
      value`; anything else stops the build.
      """,
    flagged: [
      ["foo/package-installs.yaml": "vim:\n  when: «DIB_FOO == 1»\n"],
      ["foo/package-installs.yaml": "vim:\n  when: «DIB_FOO»\n"],
    ],
    accepted: [
      ["foo/package-installs.yaml": "vim:\n  when: DIB_FOO = 1\n"],
      ["foo/package-installs.yaml": "vim:\n  when:\n    - DIB_FOO = 1\n    - DIB_BAR != 2\n"],
    ])
}
