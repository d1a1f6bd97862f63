import Diagnostics
import ShellSyntax

/// Flags `2>&1 >file`.
struct ErrorsBesideFile: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH836",
    name: "errors-beside-file",
    severity: .warning,
    rationale: """
      Redirections are done from left to right: in `2>&1 >file` errors go where the output went before, not
      into the file. Write `>file 2>&1`.
      """,
    flagged: ["date «2>&1 > /dev/null»\n"],
    accepted: [
      "date > /dev/null 2>&1\n", "date 2>&1 > /dev/null | cat\n", "foo=$(date 2>&1 > /dev/null)\n",
      "date 2>&1 3> /dev/null\n",
    ])

  func check(_ script: LintedScript) -> [Finding] {
    script.syntax.commands.compactMap { command in
      let redirections = command.redirections
      guard redirections.count > 1, command.context.pipeline == nil,
        command.context.substitution == nil,
        let errors = redirections.firstIndex(where: \.sendsErrorsToOutput),
        let output = redirections[errors...].first(where: \.redirectsOutput)
      else { return nil }
      return finding(
        "errors do not go into the file",
        at: redirections[errors].location.through(output.location),
        hint: "write `2>&1` behind it")
    }
  }
}

extension ShellRedirection {
  fileprivate var sendsErrorsToOutput: Bool {
    kind == .duplicateOutput && descriptor == 2 && target?.literal == "1"
  }

  fileprivate var redirectsOutput: Bool {
    (kind == .output || kind == .append) && (descriptor ?? 1) == 1
  }
}
