import Diagnostics
import ShellSyntax

/// Flags services that are started while the image is built.
struct ServiceStartedInChroot: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH819",
    name: "service-started-in-chroot",
    severity: .error,
    rationale: """
      Nothing runs inside the chroot: `systemctl start` does nothing there, and `service start` leaves a
      process behind that keeps the image busy. Enable the service; it starts when the image boots.
      """,
    flagged: [
      ["foo/install.d/50-foo": .executable("#!/bin/bash\n«systemctl restart foo»\n")],
      ["foo/install.d/50-foo": .executable("#!/bin/bash\n«service foo start»\n")],
    ],
    accepted: [
      ["foo/install.d/50-foo": .executable("#!/bin/bash\nsystemctl enable foo\n")],
      [
        "foo/os-refresh-config/post-configure.d/50-foo": .executable(
          "#!/bin/bash\nsystemctl restart foo\n")
      ],
      ["foo/install.d/50-foo": .executable("#!/bin/bash\nsystemctl start foo || true\n")],
    ])

  private static let starting: Set = [
    "force-reload", "reload", "reload-or-restart", "restart", "start", "try-restart",
  ]

  func check(_ script: LintedScript) -> [Finding] {
    guard script.isInChroot else { return [] }
    return script.invocations(of: "systemctl", "service", "invoke-rc.d")
      .filter { starts($0) && !$0.command.context.isStatusTested && !$0.hasOption(nil, "--root") }
      .filter { !isGuarded($0.command) }
      .map { service in
        finding(
          "no service runs inside the chroot", at: service.command.location,
          hint: "enable it, so that it starts when the image boots")
      }
  }

  private func starts(_ service: ShellInvocation) -> Bool {
    let words = service.operands.prefix(2).map(\.literal)
    let verb = service.name == "systemctl" ? words.first : words.last
    return verb.flatMap { $0 }.map(Self.starting.contains) ?? false
  }

  /// Whether it runs only where an init system does.
  private func isGuarded(_ command: ShellCommand) -> Bool {
    command.context.enclosing.contains { $0.text.contains("/run/systemd") }
  }
}
