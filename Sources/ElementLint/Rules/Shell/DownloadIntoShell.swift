import Diagnostics
import ShellSyntax

/// Flags downloads that a shell runs unseen.
struct DownloadIntoShell: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH812",
    name: "download-into-shell",
    severity: .warning,
    rationale: """
      What comes from the network is run without a check of what it is, and half of it when the connection
      breaks. Download to a file, compare a checksum, then run it.
      """,
    flagged: [
      "«curl» --fail https://example.com/foo | sudo bash\n",
      "bash <(«wget» -O - https://example.com/foo)\n",
      "eval \"$(«curl» --fail https://example.com/foo)\"\n",
    ],
    accepted: [
      "curl --fail -o foo https://example.com/foo\nsha256sum -c foo.sum\nbash foo\n",
      "curl --fail https://example.com/foo | tar xz\n",
      "curl --fail https://example.com/foo | bash check.sh\n",
    ])

  private static let interpreters: Set = [
    "bash", "dash", "perl", "python", "python2", "python3", "ruby", "sh",
  ]

  func check(_ script: LintedScript) -> [Finding] {
    script.invocations(of: "curl", "wget")
      .filter { $0.feeds(isInterpreter) || isInterpreted($0.command.context) }
      .map { download in
        finding(
          "a download is run without a look at it", at: download.word.location,
          hint: "save it, compare a checksum, then run it")
      }
  }

  private func isInterpreter(_ command: ShellCommand) -> Bool {
    guard let last = ShellInvocation.all(in: command).last else { return false }
    return Self.interpreters.contains(last.name)
      && last.arguments.allSatisfy { $0.text.hasPrefix("-") && $0.literal != "-c" }
  }

  private func isInterpreted(_ context: ShellContext) -> Bool {
    guard let substitution = context.substitution, let reader = substitution.command,
      let program = ShellInvocation.all(in: reader).last
    else { return false }
    switch program.name {
    case "eval": return true
    case ".", "source": return substitution.kind == .process
    default:
      return Self.interpreters.contains(program.name)
        && (substitution.kind == .process || program.hasOption("c"))
    }
  }
}
