import Diagnostics
import ShellSyntax

/// Flags the chroot's directory of hooks where it does not exist.
struct TargetHooksOnHost: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH809",
    name: "target-hooks-on-host",
    severity: .error,
    rationale: """
      `/tmp/in_target.d` exists inside the chroot only. Hooks of phases on the host find the merged hooks
      in `$TMP_HOOKS_PATH`.
      """,
    flagged: [
      ["foo/root.d/50-foo": .executable("#!/bin/bash\ncp «/tmp/in_target.d/foo» bar\n")]
    ],
    accepted: [
      ["foo/root.d/50-foo": .executable("#!/bin/bash\ncp $TMP_HOOKS_PATH/foo bar\n")],
      ["foo/install.d/50-foo": .executable("#!/bin/bash\ncp /tmp/in_target.d/foo bar\n")],
      ["foo/root.d/50-foo": .executable("#!/bin/bash\nrm -rf $TARGET_ROOT/tmp/in_target.d\n")],
    ])

  func check(_ script: LintedScript) -> [Finding] {
    guard script.isOnHost, script.text.contains("/tmp/in_target.d") else { return [] }
    return script.syntax.commands.filter { !isTest($0) && !isChroot($0) }
      .flatMap { Array($0.words) + $0.redirections.compactMap(\.target) }
      .filter { $0.literalPrefix.hasPrefix("/tmp/in_target.d") }
      .map { word in
        finding(
          "`/tmp/in_target.d` does not exist on the build host", at: word.location,
          hint: "use `$TMP_HOOKS_PATH`")
      }
  }

  private func isTest(_ command: ShellCommand) -> Bool {
    ["[", "test"].contains(command.name)
  }

  private func isChroot(_ command: ShellCommand) -> Bool {
    ShellInvocation.all(in: command).contains { $0.name == "chroot" }
  }
}
