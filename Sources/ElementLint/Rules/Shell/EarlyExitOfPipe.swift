import Diagnostics
import ShellSyntax

/// Flags pipes whose reader stops early while the writer goes on, under `pipefail`.
struct EarlyExitOfPipe: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH814",
    name: "early-exit-of-pipe",
    severity: .warning,
    rationale: """
      `head` and `grep -q` end as soon as they have seen enough. A writer with more to say is then killed by
      SIGPIPE, which under `pipefail` makes the pipe fail: now and then, depending on the load. Let the
      reader read to the end: `sed -n 1p`, `grep foo >/dev/null`.
      """,
    flagged: [
      "#!/bin/bash\nset -eo pipefail\nif find / -name foo | «grep» -q bar; then\n    date\nfi\n",
      "#!/bin/bash\nset -eo pipefail\nfoo=$(rpm -qa | «head» -n 1)\n",
    ],
    accepted: [
      "#!/bin/bash\nset -e\nfoo=$(rpm -qa | head -n 1)\n",
      "#!/bin/bash\nset -eo pipefail\necho \"$foo\" | grep -q bar\nrpm -qa | sed -n 1p\n",
      "#!/bin/bash\nset -eo pipefail\nfoo=$(rpm -qa | head -n 1 || true)\n",
    ])

  /// Programs that as a rule print more than fits into a pipe, or for long.
  private static let talkative: Set = [
    "apt-cache", "cat", "curl", "dmesg", "dnf", "dpkg", "dpkg-query", "find", "git", "gzip",
    "journalctl", "pip", "repoquery", "rpm", "strings", "tar", "unzip", "wget", "xz", "xzcat",
    "yes",
    "yum", "zcat", "zypper",
  ]

  func check(_ script: LintedScript) -> [Finding] {
    let readers = script.invocations(of: "grep", "head").filter(endsEarly)
    guard !readers.isEmpty, script.isOn(.pipefail) else { return [] }
    return readers.filter { isFedAtLength($0.command) }.map { reader in
      finding(
        "`\(reader.name)` may end before what feeds it, which fails under `pipefail`",
        at: reader.word.location,
        hint: reader.name == "head" ? "use `sed -n 1p`" : "use `grep … >/dev/null`")
    }
  }

  private func endsEarly(_ reader: ShellInvocation) -> Bool {
    reader.name == "head" || reader.hasOption("q", "--quiet", "--silent")
  }

  /// Whether what is written can be long, and its failure matters.
  private func isFedAtLength(_ command: ShellCommand) -> Bool {
    let context = command.context
    guard let place = context.pipeline, place.position > 0, !context.precedesOr,
      let feeder = place.commands[place.position - 1],
      let program = ShellInvocation.all(in: feeder).last
    else { return false }
    let isEndless = feeder.redirections.contains {
      $0.target?.literal?.hasSuffix("random") ?? false
    }
    return isEndless || Self.talkative.contains(program.name) && !isShort(program)
  }

  /// Whether the arguments make the output short.
  private func isShort(_ program: ShellInvocation) -> Bool {
    switch program.name {
    case "cat": program.operands.contains { Self.smallFiles.contains($0.literalPrefix) }
    case "git": !["ls-files", "ls-remote", "ls-tree", "log"].contains(program.verb)
    case "rpm": !program.hasOption("a", "--all") && !program.hasOption("l", "--list")
    case "dpkg": !program.hasOption("l", "--list") && !program.hasOption("L", "--listfiles")
    case "curl", "wget", "find", "zcat", "xzcat": false
    default: program.hasOption(nil, "--version", "--print-architecture")
    }
  }

  private static let smallFiles: Set = ["/etc/os-release", "/etc/passwd", "/proc/cmdline"]
}
