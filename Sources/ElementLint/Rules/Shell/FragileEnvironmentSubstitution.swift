import Diagnostics
import ShellSyntax

/// Flags programs in `environment.d` that may be missing or fail.
struct FragileEnvironmentSubstitution: ShellRule {
  static let metadata = RuleMetadata(
    code: "EN707",
    name: "fragile-environment-substitution",
    severity: .warning,
    rationale: """
      Environment files are sourced before every phase, on the host and in the chroot, under `set -e`: a
      program that needs the network, or that only one of the two has, stops the build at some of them. Compute
      the value in a hook, or have a fallback: `$(foo || true)`.
      """,
    flagged: [
      ["foo/environment.d/10-foo": "FOO=$(«lsb_release» -cs)\nexport FOO\n"],
      ["foo/environment.d/10-foo": "FOO=`«curl» --fail https://example.com/foo`\nexport FOO\n"],
    ],
    accepted: [
      ["foo/environment.d/10-foo": "FOO=$(basename /foo/bar)\nexport FOO\n"],
      ["foo/environment.d/10-foo": "FOO=$(lsb_release -cs || echo bookworm)\nexport FOO\n"],
      ["foo/install.d/50-foo": .executable("#!/bin/bash\nFOO=$(lsb_release -cs)\n")],
    ])

  private static let fragile: [String] = [
    "apt-cache", "apt-get", "curl", "dig", "dnf", "docker", "dpkg", "dpkg-query", "getent", "git",
    "host", "ip", "jq", "lsb_release", "nslookup", "openstack", "pip", "pip3", "podman", "python",
    "python3", "rpm", "systemctl", "wget", "yum", "zypper",
  ]

  func check(_ script: LintedScript) -> [Finding] {
    guard script.file.role == .environment else { return [] }
    return script.invocations(of: Self.fragile).filter { program in
      let context = program.command.context
      return context.substitution != nil && !context.isStatusTested && !context.precedesOr
        && !(context.substitution?.command?.context.isStatusTested ?? false)
    }.map { program in
      finding(
        "this may fail in some phases, and with it the build", at: program.word.location,
        hint: "compute it in a hook, or add `|| …`")
    }
  }
}
