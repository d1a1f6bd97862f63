import ElementTest
import TestSupport
import Testing

/// The states are what `systemctl --root=… is-enabled` of systemd 252 prints for this tree.
@Suite struct SystemdUnitsTests {
  @Test func linksDecide() async throws {
    try await expect([
      ("enabled", .enabled),
      ("enabled.service", .enabled),
      ("disabled", .disabled),
      ("plain", .static),
      ("required", .enabled),
      ("runtime", .enabledRuntime),
      ("nowhere", .enabled),
      ("other-name", .disabled),
      ("no-link", .disabled),
      ("vendor-wanted", .disabled),
      ("vendor-static", .static),
      ("also", .indirect),
      ("empty-section", .static),
      ("empty-value", .static),
      ("overridden", .static),
      ("drop-in", .disabled),
      ("nightly.timer", .disabled),
      ("nightly", .notFound),
      ("missing", .notFound),
      ("a/b", .notFound),
    ])
  }

  @Test func unitFilesThatAreLinks() async throws {
    try await expect([
      ("aliased", .enabled),
      ("its-alias", .alias),
      ("linked-by-hand", .indirect),
      ("by-hand", .alias),
      ("vendor-aliased", .disabled),
      ("vendor-alias", .alias),
      ("masked", .masked),
      ("masked-runtime", .maskedRuntime),
      ("masked-by-vendor", .masked),
      ("empty", .masked),
      ("linked", .linked),
      ("linked-enabled", .enabled),
      ("dangling", .notFound),
    ])
  }

  @Test func templates() async throws {
    try await expect([
      ("t@a", .enabled), ("t@b", .disabled), ("t@", .indirect), ("d@q", .enabled),
      ("d@", .enabled), ("d@z", .disabled), ("v@a", .static), ("v@b", .disabled), ("v@", .disabled),
      ("t@masked", .masked),
    ])
  }

  @Test func scriptsCountWhereThereIsNoUnit() async throws {
    try await expect([("sysv-on", .enabled), ("sysv-off", .disabled)])
  }

  private func expect(_ states: [(unit: String, state: UnitState)]) async throws {
    try await withProbe(of: Self.tree) { probe in
      for (unit, state) in states {
        let found = try await probe.unitState(of: unit)
        #expect(found == state, "\(unit)")
      }
    }
  }

  private static let wanted = "[Service]\n[Install]\nWantedBy=multi-user.target\n"
  private static let vendor = "usr/lib/systemd/system"
  private static let etc = "etc/systemd/system"

  private static let tree = links.merging(
    units.map { ("\(vendor)/\($0)", FixtureFile.text($1)) }, uniquingKeysWith: { link, _ in link })

  private static let units: [(String, String)] =
    [
      "enabled", "disabled", "required", "runtime", "nowhere", "other-name", "no-link",
      "vendor-wanted", "linked-by-hand", "vendor-aliased", "masked", "t@", "v@",
    ].map { ("\($0).service", wanted) } + [
      ("plain.service", "[Service]\n"),
      ("vendor-static.service", "[Service]\n"),
      ("also.service", "[Install]\nAlso=enabled.service\n"),
      ("empty-section.service", "[Install]\n"),
      ("empty-value.service", "[Install]\nWantedBy=\n"),
      ("overridden.service", wanted),
      ("drop-in.service", "[Service]\n"),
      ("nightly.timer", wanted),
      ("aliased.service", "[Install]\nAlias=its-alias.service\n"),
      ("d@.service", "[Install]\nWantedBy=x.target\nDefaultInstance=q\n"),
    ]

  private static let links: [String: FixtureFile] = [
    "lib": .symlink("usr/lib"),
    "\(etc)/multi-user.target.wants/enabled.service": .symlink(
      "/lib/systemd/system/enabled.service"),
    "\(etc)/x.target.requires/required.service": .symlink("anything/required.service"),
    "\(etc)/multi-user.target.wants/nowhere.service": .symlink("/nonexistent"),
    "\(etc)/multi-user.target.wants/odd.service": .symlink(
      "/lib/systemd/system/other-name.service"),
    "\(etc)/multi-user.target.wants/no-link.service": .text(wanted),
    "run/systemd/system/multi-user.target.wants/runtime.service": .symlink("/x/runtime.service"),
    "\(vendor)/multi-user.target.wants/vendor-wanted.service": .symlink("../vendor-wanted.service"),
    "\(vendor)/multi-user.target.wants/vendor-static.service": .symlink("../vendor-static.service"),
    "\(etc)/overridden.service": "[Service]\n",
    "\(etc)/drop-in.service.d/install.conf": .text(wanted),
    "\(etc)/its-alias.service": .symlink("/lib/systemd/system/aliased.service"),
    "\(etc)/by-hand.service": .symlink("/lib/systemd/system/linked-by-hand.service"),
    "\(vendor)/vendor-alias.service": .symlink("vendor-aliased.service"),
    "\(etc)/masked.service": .symlink("/dev/null"),
    "run/systemd/system/masked-runtime.service": .symlink("/dev/null"),
    "\(vendor)/masked-by-vendor.service": .symlink("/dev/null"),
    "\(etc)/empty.service": "",
    "opt/linked.service": .text(wanted),
    "\(etc)/linked.service": .symlink("/opt/linked.service"),
    "opt/linked-enabled.service": .text(wanted),
    "\(etc)/linked-enabled.service": .symlink("/opt/linked-enabled.service"),
    "\(etc)/multi-user.target.wants/linked-enabled.service": .symlink(
      "/opt/linked-enabled.service"),
    "\(etc)/dangling.service": .symlink("/nonexistent/dangling.service"),
    "\(etc)/multi-user.target.wants/t@a.service": .symlink("/lib/systemd/system/t@.service"),
    "\(etc)/multi-user.target.wants/d@q.service": .symlink("/lib/systemd/system/d@.service"),
    "\(etc)/t@masked.service": .symlink("/dev/null"),
    "\(vendor)/multi-user.target.wants/v@a.service": .symlink("../v@.service"),
    "etc/init.d/sysv-on": .executable(),
    "etc/init.d/sysv-off": .executable(),
    "etc/rc2.d/S01sysv-on": .symlink("../init.d/sysv-on"),
    "etc/rc2.d/K01sysv-off": .symlink("../init.d/sysv-off"),
  ]
}
