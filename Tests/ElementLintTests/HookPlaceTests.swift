import Diagnostics
import TestSupport
import Testing

/// Rules that ask where a hook runs.
struct HookPlaceTests {
  private func count(_ rule: String, _ text: String, in folder: String) async throws -> Int {
    try await findings(
      rule, in: ["foo/\(folder)/50-foo": .executable("#!/bin/bash\nset -eu\n\(text)\n")]
    ).count
  }

  private static let inside = ["pre-install.d", "install.d", "post-install.d", "finalise.d"]
  private static let outside = [
    "root.d", "extra-data.d", "post-root.d", "block-device.d", "pre-finalise.d", "cleanup.d",
  ]

  /// Rules of the chroot, each with what they find.
  private static let ofChroot = [
    ("SH807", "sudo date"), ("SH808", "echo $TARGET_ROOT"), ("SH815", "pip install foo"),
    ("SH819", "systemctl start foo"), ("PK418", "apt-get -y install foo"),
  ]

  @Test(arguments: inside, ofChroot)
  func rulesOfTheChrootHoldInside(_ phase: String, _ rule: (String, String)) async throws {
    #expect(try await count(rule.0, rule.1, in: phase) == 1)
  }

  @Test(arguments: outside + ["bin", "static/bin", "os-refresh-config/configure.d"], ofChroot)
  func rulesOfTheChrootHoldNowhereElse(_ place: String, _ rule: (String, String)) async throws {
    #expect(try await count(rule.0, rule.1, in: place) == 0)
  }

  @Test(arguments: [("SH809", "cp /tmp/in_target.d/a b"), ("SH810", "date > /tmp/a")])
  func rulesOfTheHostHoldOutside(_ rule: String, _ text: String) async throws {
    for phase in Self.outside { #expect(try await count(rule, text, in: phase) == 1, "\(phase)") }
    for phase in Self.inside { #expect(try await count(rule, text, in: phase) == 0, "\(phase)") }
  }

  @Test(arguments: ["OR901", "OR902", "OR903"])
  func rulesOfRunTimeHoldInItsScriptsOnly(_ rule: String) async throws {
    let text = "echo a >> /etc/a\nmkdir /b\nyum -y install c"
    #expect(try await count(rule, text, in: "os-refresh-config/configure.d") == 1)
    #expect(try await count(rule, text, in: "install.d") == 0)
  }

  @Test func helperBesideTheHooksMayBeMeantForAnyPlace() async throws {
    let text: FixtureFile = .executable("#!/bin/bash\nservice foo start\n")
    #expect(try await findings("SH819", in: ["foo/install.d/start-foo.sh": text]) == [])
    #expect(try await findings("SH819", in: ["foo/install.d/start-foo": text]).count == 1)
  }

  @Test func blockDeviceIsKnownWhenFileSystemsAre() async throws {
    let text = "echo $IMAGE_BLOCK_DEVICE"
    #expect(try await count("SH808", text, in: "install.d") == 1)
    #expect(try await count("SH808", text, in: "finalise.d") == 0)
  }

  @Test(arguments: [
    "echo ${TARGET_ROOT:-}", "TARGET_ROOT=/mnt\necho $TARGET_ROOT", ". /lib/a\necho $TARGET_ROOT",
    "echo '$TARGET_ROOT'", "for TARGET_ROOT in a; do echo $TARGET_ROOT; done",
    "read -r TARGET_ROOT\necho $TARGET_ROOT",
  ])
  func variableWithAValueOfItsOwnIsNoForeignOne(_ text: String) async throws {
    #expect(try await count("SH808", text, in: "install.d") == 0)
  }

  @Test(arguments: [
    ("pip3 install a", 1), ("/usr/bin/pip install a", 1), ("python3 -m pip install a", 1),
    ("sudo pip install a", 1), ("/opt/a/bin/pip install a", 0), ("pip install --target /a b", 0),
    ("pip download a", 0), (". a/bin/activate\npip install b", 0), ("$PIP install a", 0),
  ])
  func pipMayInstallElsewhere(_ text: String, _ expected: Int) async throws {
    #expect(try await count("SH815", text, in: "install.d") == expected)
  }

  @Test(arguments: [
    ("systemctl restart a", 1), ("service a start", 1), ("/sbin/service a restart", 1),
    ("systemctl --now start a", 1), ("systemctl enable a", 0), ("systemctl stop a", 0),
    ("systemctl start a || :", 0), ("echo systemctl start a", 0), ("service --status-all", 0),
    ("if [ -d /run/systemd/system ]; then\n    systemctl start a\nfi", 0),
  ])
  func servicesAreNotStartedInTheChroot(_ text: String, _ expected: Int) async throws {
    #expect(try await count("SH819", text, in: "install.d") == expected)
  }

  @Test(arguments: [
    ("sudo -u a b", 0), ("sudo -E a", 1), ("sudo -i", 0), ("sudo A=1 b", 1), ("sudo a | sudo b", 2),
  ])
  func sudoMayBecomeSomebodyElse(_ text: String, _ expected: Int) async throws {
    #expect(try await count("SH807", text, in: "install.d") == expected)
  }

  @Test(arguments: [
    ("apt-get install a", 1), ("apt-get -qy install a", 0), ("apt-get -o A=b install c", 1),
    ("apt-get install --yes a", 0), ("apt-get -s install a", 0), ("apt-get update", 0),
    ("yum install a", 1), ("dnf -y upgrade", 0), ("dnf upgrade", 1), ("yum list installed", 0),
    ("zypper install a", 1), ("zypper -n in a", 0), ("zypper in -y a", 0),
    ("yes | yum install a", 0),
    ("apt-get $OPTIONS install a", 0), ("chroot $A apt-get install b", 1), ("apt-get purge a", 1),
    ("echo apt-get install a", 0), ("apt-get install a < b", 0), ("apt-get install \"${a[@]}\"", 0),
  ])
  func packageManagersDoNotAsk(_ text: String, _ expected: Int) async throws {
    #expect(try await count("PK423", text, in: "install.d") == expected)
  }
}
