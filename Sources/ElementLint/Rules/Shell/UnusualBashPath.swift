import Diagnostics
import Documents

/// Flags Bash scripts whose `#!` line is not the usual one.
struct UnusualBashPath: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH818",
    name: "unusual-bash-shebang",
    severity: .info,
    rationale: """
      In the chroot `/bin/bash` always exists, and other linters look for exactly `#!/bin/bash`.
      Options on this line are lost when the script is run as `bash script`; use `set`.
      """,
    flagged: ["«#!/usr/bin/env bash»\n", "«#!/bin/bash -eu»\n", "«#! /bin/bash»\n"],
    accepted: ["#!/bin/bash\nset -eu\n", "#!/bin/sh\n"],
    suppression: .file)

  func check(_ script: LintedScript) -> [Finding] {
    guard script.isBashProgram, let shebang = script.shebang,
      script.text.text(ofLine: 1) != "#!/bin/bash"
    else { return [] }
    return [
      finding(
        "`#!` line of a Bash script is not `#!/bin/bash`", at: script.file.firstLine,
        hint: shebang.argument.hasPrefix("-") ? "move the options to a `set` command" : nil,
        fix: shebang.options.contains { $0.hasPrefix("-") } || shebang.argument.hasPrefix("-")
          ? nil
          : Finding.Fix(
            "write `#!/bin/bash`", replacing: script.file.firstLine, with: "#!/bin/bash"))
    ]
  }
}
