import Diagnostics
import ShellSyntax

/// Flags shell options set in files that are sourced.
struct OptionsInEnvironmentFile: ShellRule {
  static let metadata = RuleMetadata(
    code: "EN702",
    name: "options-in-environment-file",
    severity: .warning,
    rationale: """
      All files of `environment.d` are sourced into one shell, which has `-e`, `-u` and `-o pipefail`
      set already. An option set or cleared in one file holds for all later ones. Switching tracing
      off does no harm.
      """,
    flagged: [["foo/environment.d/10-foo": "«set -x»\nexport FOO=1\n"]],
    accepted: [
      ["foo/environment.d/10-foo": "export FOO=1\n"],
      ["foo/environment.d/10-foo": "trace=$(set +o | grep xtrace)\nset +o xtrace\n$trace\n"],
      ["foo/install.d/50-foo": .executable("#!/bin/bash\nset -eu\n")],
    ])

  func check(_ script: LintedScript) -> [Finding] {
    guard script.file.role == .environment else { return [] }
    return script.syntax.commands(named: "set")
      .filter { changesOptions($0) && !$0.context.isInSubshell }
      .map { command in
        finding(
          "option changes every later file", at: command.location, hint: "remove it",
          fix: script.isAlone(command.location) ? .removingLine(of: command.location) : nil)
      }
  }

  private func changesOptions(_ command: ShellCommand) -> Bool {
    guard let first = command.arguments.first?.literal, first.count > 1 else { return false }
    guard !Self.harmless.contains(command.arguments.literals) else { return false }
    return first != "--" && (first.hasPrefix("-") || first.hasPrefix("+"))
  }

  /// What switches tracing off, or prints the options.
  private static let harmless: Set<[String?]> = [["+x"], ["+o", "xtrace"], ["-o"], ["+o"]]
}
