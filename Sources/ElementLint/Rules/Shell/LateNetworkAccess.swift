import Diagnostics
import ElementModel
import ShellSyntax

/// Flags network access when there may be no network any more, or not yet.
struct LateNetworkAccess: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH831",
    name: "late-network-access",
    severity: .warning,
    rationale: """
      `finalise.d` and `cleanup.d` run on the finished image, without the caches, proxies and mirrors of the
      phases before; os-refresh-config runs on machines that may reach nothing. Fetch what is needed in
      `extra-data.d` or `install.d`.
      """,
    flagged: [
      ["foo/finalise.d/50-foo": .executable("#!/bin/bash\n«wget» https://example.com/foo\n")]
    ],
    accepted: [
      ["foo/install.d/50-foo": .executable("#!/bin/bash\nwget https://example.com/foo\n")],
      ["foo/finalise.d/50-foo": .executable("#!/bin/bash\napt-get -y purge foo\n")],
    ])

  func check(_ script: LintedScript) -> [Finding] {
    let isRuntime = script.isRuntimeConfiguration
    guard isRuntime || script.hookPhase == .finalise || script.hookPhase == .cleanup else {
      return []
    }
    return script.invocations(of: ShellInvocation.networkPrograms)
      // Packages at run time have a rule of their own.
      .filter { $0.needsNetwork && !(isRuntime && $0.installsPackages) }
      .map { program in
        finding(
          "the network is needed late", at: program.word.location,
          hint: "fetch it in `extra-data.d` or `install.d`")
      }
  }
}
