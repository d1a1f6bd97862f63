import Sandbox
import SystemPackage
import TestSupport
import Testing

/// Elements of the diskimage-builder package from PyPI, as they are.
@Suite(.requires(.root), .tags(.network), .serialized) struct ForeignElementsTests {
  private static let probe: [String: FixtureFile] = [
    "probe/README.rst": "probe\n=====\n",
    "probe/tests/logs-in.yaml":
      """
    description: the developer can log in with a password and over SSH
    elements: [debian-minimal, openssh-server, devuser]
    environment:
      DIB_DEV_USER_USERNAME: developer
      DIB_DEV_USER_PWDLESS_SUDO: "yes"
      DIB_DEV_USER_SHELL: /bin/bash
    assert:
      package:
        openssh-server: {installed: true}
        sudo: {installed: true}
      service:
        ssh: {enabled: true}
        ssh-keygen: {enabled: true}
      user:
        developer: {exists: true, shell: /bin/bash, home: /home/developer}
      file:
        /etc/ssh/ssh_host_ed25519_key: {exists: false}
      command:
        sudo -u developer sudo -n id -u: {exit-status: 0, stdout: ["0"]}
        mkdir -p /run/sshd && ssh-keygen -A && sshd -T:
          exit-status: 0
          stdout: [/^macs hmac-sha2-512-etm/, "!umac-64"]

    """,
  ]

  @Test func openSSHServerAndDevuserBuildAndPass() async throws {
    try await withForeignElements { foreign in
      try await withTree(Self.probe) { tree in
        for name in ["openssh-server", "devuser", "runtime-ssh-host-keys"] {
          try runOnHost("cp", "-a", foreign.appending(name).string, tree.string)
        }
        let outcome = try await BuiltProgram.run(
          ["test", tree.appending("probe").string, "--report", tree.appending("report").string],
          ["TIE_CHECK_CACHE": Checkout.layers.string])
        #expect(outcome.status == 0, "\(outcome.output)")
      }
    }
  }

  @Test func lintOfAllEndsWithFindingsOnly() async throws {
    try await withForeignElements { foreign in
      let outcome = try await BuiltProgram.run(["lint", "--quiet", foreign.string])
      #expect(outcome.status == 1)
      let lines = outcome.output.split(separator: "\n")
      let form = /^\/.+?: [A-Z]+[0-9]+ .+|^\/.+?:[0-9]+:[0-9]+: [A-Z]+[0-9]+ .+/
      #expect(lines.filter { $0.wholeMatch(of: form) == nil } == [])
    }
  }
}
