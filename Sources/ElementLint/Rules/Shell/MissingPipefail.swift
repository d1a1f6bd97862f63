import Diagnostics

/// Flags Bash scripts that see only the last status of a pipe.
struct MissingPipefail: SafetyOptionRule {
  static let option = SafetyOption.pipefail
  static let metadata = RuleMetadata(
    code: "SH803",
    name: "missing-pipefail",
    severity: .warning,
    rationale: """
      Without `set -o pipefail` only the last command of a pipe counts, so a failed download on its left
      goes unnoticed. Set it before the first command.
      """,
    flagged: [
      "«#!/bin/bash»\nrm -rf /tmp/foo\n",
      "#!/bin/bash\nrm -rf /tmp/foo\n«set -o pipefail»\n",
    ],
    accepted: [
      "#!/bin/bash\n# A comment.\nset -euo pipefail\nrm -rf /tmp/foo\n",
      "#!/bin/sh\necho foo\n",
    ],
    legacyNames: ["setpipefail"],
    suppression: .file)
}
