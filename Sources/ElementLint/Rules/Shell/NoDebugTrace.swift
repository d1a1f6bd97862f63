import Diagnostics
import ShellSyntax
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
        hint: "`set -x` when `DIB_DEBUG_TRACE` is above 0", fix: fix(script))
    ]
  }

  /// The switch behind the options at the top, or behind the `#!` line.
  private func fix(_ script: LintedScript) -> Finding.Fix {
    let options = script.syntax.commands.prefix { $0.name == "set" }.map(\.location)
    let place = options.last.flatMap { script.isAlone($0) ? $0 : nil } ?? script.file.firstLine
    return Finding.Fix(
      "switch tracing on", inserting: Self.traceSwitch, behind: place)
  }

  private static let traceSwitch =
    "\nif [ \"${DIB_DEBUG_TRACE:-0}\" -gt 0 ]; then\n    set -x\nfi"
}
