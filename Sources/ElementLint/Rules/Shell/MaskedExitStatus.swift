import Diagnostics
import ShellSyntax

/// Flags declarations whose value is a command substitution.
struct MaskedExitStatus: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH805",
    name: "masked-exit-status",
    severity: .warning,
    rationale: """
      `export NAME=$(command)` has the status of `export`, which is success, so a failing command
      does not stop the hook even under `set -e`. The same holds for `local`, `declare`, `readonly`
      and `typeset`. Assign first, declare afterwards.
      """,
    flagged: [
      "export SUITE=«$(lsb_release -cs)»\n",
      "setup() {\n    local dir=\"«$(mktemp -d)»/foo\"\n}\n",
    ],
    accepted: [
      "SUITE=$(lsb_release -cs)\nexport SUITE\n",
      "export COUNT=$((COUNT + 1))\n",
      "cat <<EOF\nexport SUITE=$(lsb_release -cs)\nEOF\n",
    ],
    aliases: ["E042"])

  func check(_ script: LintedScript) -> [Finding] {
    script.syntax.commands(named: ["export", "local", "declare", "readonly", "typeset"])
      .flatMap(\.substitutions)
      .filter { $0.kind != .process }
      .map { substitution in
        finding(
          "exit status of the command substitution is lost", at: substitution.location,
          hint: "assign first, then declare")
      }
  }
}
