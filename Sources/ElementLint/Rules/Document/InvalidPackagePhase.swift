import Diagnostics
import ElementModel

/// Flags packages for a phase in which none are installed.
struct InvalidPackagePhase: FormatRule {
  static let kind = FormatProblem.Kind.invalidPhase
  static let metadata = RuleMetadata(
    code: "PK403",
    name: "invalid-package-phase",
    severity: .error,
    rationale: """
      Packages are installed in `pre-install.d`, `install.d` and `post-install.d` only, and only by
      exactly these names; for any other phase the package is never installed.
      """,
    flagged: [
      ["foo/package-installs.yaml": "vim:\n  phase: «pre-install»\n"]
    ],
    accepted: [
      ["foo/package-installs.yaml": "vim:\n  phase: pre-install.d\n"]
    ])
}
