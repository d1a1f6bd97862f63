import Diagnostics

/// Flags Bash scripts that take unset variables for empty ones.
struct MissingNounset: SafetyOptionRule {
  static let option = SafetyOption.nounset
  static let metadata = RuleMetadata(
    code: "SH802",
    name: "missing-nounset",
    severity: .warning,
    rationale: """
      Without `set -u` a misspelt variable is empty, and `rm -rf $ROOT/etc` cleans the wrong machine. Set
      it before the first command and give optional variables a default: `${NAME:-}`.
      """,
    flagged: [
      "«#!/bin/bash»\nrm -rf /tmp/foo\n",
      "#!/bin/bash\nrm -rf /tmp/foo\n«set -u»\n",
    ],
    accepted: [
      "#!/bin/bash\n# A comment.\nset -euo pipefail\nrm -rf /tmp/foo\n",
      "#!/bin/sh\necho foo\n",
    ],
    legacyNames: ["setu"],
    suppression: .file)
}
