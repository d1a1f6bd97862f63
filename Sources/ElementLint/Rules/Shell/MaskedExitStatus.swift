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
      .flatMap { command in command.substitutions.map { (command, $0) } }
      .filter { $0.1.kind != .process }
      .map { command, substitution in
        finding(
          "exit status of the command substitution is lost", at: substitution.location,
          hint: "assign first, then declare", fix: fix(command, in: script))
      }
  }

  /// Two commands where there is one on a line of its own, with one variable and no options.
  private func fix(_ command: ShellCommand, in script: LintedScript) -> Finding.Fix? {
    guard command.arguments.count == 1, command.substitutions.count == 1,
      let name = command.name, let assignment = command.declarations.first, !assignment.isAppending,
      command.redirections.isEmpty, command.assignments.isEmpty, script.isAlone(command.location),
      let start = command.location.start
    else { return nil }
    let indent = String(repeating: " ", count: start.column - 1)
    let declaration = "\(name) \(assignment.name)"
    let isDeclaredFirst = name != "export" && name != "readonly"
    let commands =
      isDeclaredFirst
      ? [declaration, assignment.word.text] : [assignment.word.text, declaration]
    return Finding.Fix(
      "assign first, then declare", replacing: command.location,
      with: commands.joined(separator: "\n\(indent)"))
  }
}
