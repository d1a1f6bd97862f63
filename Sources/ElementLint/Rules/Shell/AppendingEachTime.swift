import Diagnostics
import ShellSyntax

/// Flags files that grow with each run of os-refresh-config.
struct AppendingEachTime: ShellRule {
  static let metadata = RuleMetadata(
    code: "OR901",
    name: "appending-each-time",
    severity: .warning,
    rationale: """
      os-refresh-config runs its scripts again whenever the configuration changes, and each run adds the same
      lines. Look whether they are there, or write the file as a whole.
      """,
    flagged: [
      [
        "foo/os-refresh-config/configure.d/50-foo": .executable(
          "#!/bin/bash\necho foo «>> /etc/foo»\n")
      ]
    ],
    accepted: [
      [
        "foo/os-refresh-config/configure.d/50-foo": .executable(
          "#!/bin/bash\ngrep -q foo /etc/foo || echo foo >> /etc/foo\ndate >> /var/log/foo\n")
      ],
      ["foo/install.d/50-foo": .executable("#!/bin/bash\necho foo >> /etc/foo\n")],
    ])

  func check(_ script: LintedScript) -> [Finding] {
    guard script.isRuntimeConfiguration else { return [] }
    return script.syntax.commands
      .filter { !$0.context.isGuarded && $0.context.enclosing.allSatisfy { $0.kind == .group } }
      .flatMap(\.redirections)
      .filter { redirection in
        let target = redirection.target?.literal ?? ""
        let isLog = ["/dev/", "/var/log/", "/tmp/"].contains { target.hasPrefix($0) }
        return redirection.kind == .append && target.hasPrefix("/") && !isLog
      }
      .map {
        finding(
          "the file grows with each run", at: $0.location,
          hint: "look whether it is there already, or write the file as a whole")
      }
  }
}
