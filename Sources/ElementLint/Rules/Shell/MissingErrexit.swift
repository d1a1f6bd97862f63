import Diagnostics

/// Flags Bash scripts that go on after a failed command.
struct MissingErrexit: SafetyOptionRule {
  static let option = SafetyOption.errexit
  static let metadata = RuleMetadata(
    code: "SH801",
    name: "missing-errexit",
    severity: .warning,
    rationale: """
      Without `set -e` a script goes on after a failed command, and the build carries on with half of
      what the hook was to do. Set it before the first command.
      """,
    flagged: [
      "«#!/bin/bash»\nrm -rf /tmp/foo\n",
      "#!/bin/bash\nrm -rf /tmp/foo\n«set -e»\n",
    ],
    accepted: [
      "#!/bin/bash\n# A comment.\nset -euo pipefail\nrm -rf /tmp/foo\n",
      "#!/bin/sh\necho foo\n",
    ],
    legacyNames: ["sete"],
    suppression: .file)
}
