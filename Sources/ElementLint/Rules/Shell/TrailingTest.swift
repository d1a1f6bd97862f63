import Diagnostics
import ElementModel
import ShellSyntax

/// Flags scripts that end with `test && command`.
struct TrailingTest: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH835",
    name: "trailing-test",
    severity: .warning,
    rationale: """
      The status of a script is that of its last command. When that is `[ … ] && command` and the test says
      no, the hook fails and the build stops although nothing went wrong. Write `if`.
      """,
    flagged: ["#!/bin/bash\nset -eu\ndate\n«[ -e /foo ] && rm /foo»\n"],
    accepted: [
      "#!/bin/bash\nset -eu\nif [ -e /foo ]; then\n    rm /foo\nfi\n",
      "#!/bin/bash\n[ -e /foo ] && rm /foo\ndate\n", "#!/bin/bash\n[ ! -e /foo ] || rm /foo\n",
      "#!/bin/bash\n[ -e /foo ] && rm /foo || true\n", "#!/bin/bash\n[ -e /foo ]\n",
    ])

  func check(_ script: LintedScript) -> [Finding] {
    guard script.hookPhase != nil || script.file.role == .environment else { return [] }
    let tests = script.tests
    return script.syntax.commands.filter { $0.context.endsScript && $0.context.followsAnd }
      .compactMap { command in
        guard !command.alwaysLeaves, let test = tests.last(where: { $0 < command.location }),
          test.start?.line == command.location.start?.line
        else { return nil }
        return finding(
          "the script fails when the test says no", at: test.through(command.location),
          hint: "write `if …; then …; fi`")
      }
  }
}

extension LintedScript {
  /// The places of tests that only guard what follows.
  fileprivate var tests: [SourceLocation] {
    let commands = syntax.commands(named: ["[", "test"]).filter { $0.context.isGuard }.map(
      \.location)
    let compounds = syntax.compounds.filter { $0.kind == .test && $0.context.isGuard }.map(
      \.location)
    return (commands + compounds).sorted()
  }
}

extension ShellContext {
  /// Whether it begins a list that goes on with `&&` at the top level.
  fileprivate var isGuard: Bool { precedesAnd && !isGuarded && enclosing.isEmpty }
}

extension ShellCommand {
  /// Whether no status is left to tell after it.
  fileprivate var alwaysLeaves: Bool { ["exit", "return", "exec"].contains(name) }
}
