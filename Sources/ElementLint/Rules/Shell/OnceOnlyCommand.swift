import Diagnostics
import ShellSyntax

/// Flags commands of os-refresh-config that fail when they are run again.
struct OnceOnlyCommand: ShellRule {
  static let metadata = RuleMetadata(
    code: "OR902",
    name: "once-only-command",
    severity: .warning,
    rationale: """
      os-refresh-config runs its scripts again whenever the configuration changes. `ln -s`, `mkdir` and
      `useradd` fail when what they make is there already. Use `ln -sf` and `mkdir -p`, and look for users
      and groups first.
      """,
    flagged: [
      [
        "foo/os-refresh-config/configure.d/50-foo": .executable(
          "#!/bin/bash\n«ln» -s /foo /bar\n«mkdir» /baz\n«useradd» foo\n")
      ]
    ],
    accepted: [
      [
        "foo/os-refresh-config/configure.d/50-foo": .executable(
          "#!/bin/bash\nln -sf /foo /bar\nmkdir -p /baz\nid foo || useradd foo\n"
            + "if [ ! -d /qux ]; then\n    mkdir /qux\nfi\n")
      ],
      ["foo/install.d/50-foo": .executable("#!/bin/bash\nln -s /foo /bar\n")],
    ])

  func check(_ script: LintedScript) -> [Finding] {
    guard script.isRuntimeConfiguration else { return [] }
    return script.invocations(of: "ln", "mkdir", "useradd", "groupadd", "adduser", "addgroup")
      .filter { failsAgain($0) && !isGuarded($0.command.context) }
      .map { program in
        finding(
          "`\(program.name)` fails when it is run again", at: program.word.location,
          hint: hint(for: program.name), fix: fix(program))
      }
  }

  private func failsAgain(_ program: ShellInvocation) -> Bool {
    switch program.name {
    case "ln": program.hasOption("s", "--symbolic") && !program.hasOption("f", "--force")
    case "mkdir": !program.hasOption("p", "--parents")
    case "groupadd": !program.hasOption("f", "--force")
    default: true
    }
  }

  private func isGuarded(_ context: ShellContext) -> Bool {
    context.isGuarded || context.isStatusTested
      || context.enclosing.contains { $0.kind == .ifCommand || $0.kind == .caseCommand }
  }

  private func hint(for name: String) -> String {
    switch name {
    case "ln": "use `ln -sf`"
    case "mkdir": "use `mkdir -p`"
    default: "look whether it is there already"
    }
  }

  private func fix(_ program: ShellInvocation) -> Finding.Fix? {
    switch program.name {
    case "ln": Finding.Fix("add `-f`", inserting: " -f", behind: program.word.location)
    case "mkdir": Finding.Fix("add `-p`", inserting: " -p", behind: program.word.location)
    default: nil
    }
  }
}
