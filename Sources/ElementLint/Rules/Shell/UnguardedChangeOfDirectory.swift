import Diagnostics
import ShellSyntax

/// Flags changes of directory that may fail unseen, or that are never undone.
struct UnguardedChangeOfDirectory: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH821",
    name: "unguarded-change-of-directory",
    severity: .warning,
    rationale: """
      Where `cd` fails and nobody looks, all that follows happens in the wrong directory. Set `-e`, or write
      `cd foo || exit 1`. A `pushd` without `popd` leaves the script in the other directory.
      """,
    flagged: [
      "#!/bin/bash\n«cd $foo»\nrm -f bar\n", "#!/bin/bash\nset -e\n«pushd /foo»\nrm -f bar\n",
    ],
    accepted: [
      "#!/bin/bash\nset -e\ncd $foo\nrm -f bar\n", "#!/bin/bash\ncd $foo || exit 1\nrm -f bar\n",
      "#!/bin/bash\nfoo=$(cd $bar && pwd)\ncd /\n",
      "#!/bin/bash\nset -e\npushd /foo\nrm -f bar\npopd\n",
    ])

  func check(_ script: LintedScript) -> [Finding] {
    unchecked(in: script) + unpaired(in: script)
  }

  private func unchecked(in script: LintedScript) -> [Finding] {
    let changes = script.invocations(of: "cd", "pushd").filter {
      $0.isDirect && !$0.arguments.isEmpty && !isSure($0) && !$0.command.context.isStatusTested
        && !$0.command.context.endsScript
    }
    guard !changes.isEmpty, script.shebang != nil, !script.isOn(.errexit) else { return [] }
    return changes.map { change in
      finding(
        "nothing happens when `\(change.name)` fails", at: change.command.location,
        hint: "set `-e`, or add `|| exit 1`")
    }
  }

  /// Whether it goes where there is always a directory, or back to where the script came from.
  private func isSure(_ change: ShellInvocation) -> Bool {
    ["-", "..", "/"].contains(change.arguments.first?.literal)
  }

  private func unpaired(in script: LintedScript) -> [Finding] {
    let changes = script.invocations(of: "pushd").filter {
      !$0.command.context.isInSubshell && !$0.command.context.endsScript
    }
    guard script.invocations(of: "popd").isEmpty, script.isOn(.errexit) else { return [] }
    return changes.map { change in
      finding(
        "no `popd` undoes this", at: change.command.location, hint: "use `cd`, or add `popd`")
    }
  }
}
