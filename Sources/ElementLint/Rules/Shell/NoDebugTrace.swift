import Diagnostics
import SystemPackage

/// Flags hooks that cannot be traced.
struct NoDebugTrace: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH804",
    name: "no-debug-trace",
    severity: .info,
    rationale: """
      With `-x` the builder sets `DIB_DEBUG_TRACE` and leaves it to each hook to trace itself, for
      instance by `if [ "${DIB_DEBUG_TRACE:-0}" -gt 0 ]; then set -x; fi`.
      """,
    flagged: ["«#!/bin/bash»\nset -euo pipefail\n"],
    accepted: ["#!/bin/bash\nif [ \"${DIB_DEBUG_TRACE:-0}\" -gt 0 ]; then set -x; fi\n"],
    legacyNames: ["dibdebugtrace"],
    suppression: .file)

  func check(_ script: LintedScript) -> [Finding] {
    guard script.isBashProgram, script.phase != nil || script.file.isHelper,
      !script.text.contains("DIB_DEBUG_TRACE")
    else { return [] }
    return [
      finding(
        "script has no switch for tracing", at: script.file.firstLine,
        hint: "`set -x` when `DIB_DEBUG_TRACE` is above 0")
    ]
  }
}
