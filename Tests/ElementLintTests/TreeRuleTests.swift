import Diagnostics
import TestSupport
import Testing

/// What the examples of rules that compare elements cannot show.
struct TreeRuleTests {
  private let hook = FixtureFile.executable("#!/bin/bash\n")

  private func severities(
    of rule: String = "HK105", _ files: [String: FixtureFile]
  ) async throws -> [Severity] {
    try await reports([rule], files).map(\.severity)
  }

  @Test func duplicateHookIsAWarningWhereElementsMayMeet() async throws {
    let found = try await severities(["a/install.d/50-x": hook, "b/install.d/50-x": hook])
    #expect(found == [.warning, .warning])
  }

  @Test func duplicateHookIsAnErrorWhereElementsAlwaysMeet() async throws {
    let found = try await severities([
      "a/install.d/50-x": hook, "b/install.d/50-x": hook, "c/element-deps": "a\nb\n",
    ])
    #expect(found == [.error, .error])
  }

  @Test func elementsOfTwoDistributionsNeverMeet() async throws {
    let found = try await severities([
      "a/install.d/50-x": hook, "a/element-deps": "debian\n", "b/install.d/50-x": hook,
      "b/element-deps": "fedora\n", "debian/element-provides": "operating-system\n",
      "fedora/element-provides": "operating-system\n",
    ])
    #expect(found == [])
  }

  @Test func elementsThatNameTheirDistributionNeverMeet() async throws {
    let found = try await severities([
      "a/install.d/50-x": hook, "a/element-deps": "containers\n",
      "a/environment.d/10-a": "export DISTRO_NAME=a\n", "b/element-deps": "containers\nlib\n",
      "b/environment.d/10-b": "export DISTRO_NAME=b\n", "lib/install.d/50-x": hook,
      "containers/element-provides": "operating-system\n",
    ])
    #expect(found == [])
  }

  @Test func defaultOfTheDistributionSeparatesNothing() async throws {
    let found = try await severities([
      "a/install.d/50-x": hook, "a/environment.d/10-a": "export DISTRO_NAME=${DISTRO_NAME:-a}\n",
      "b/install.d/50-x": hook, "b/environment.d/10-b": "export DISTRO_NAME=b\n",
    ])
    #expect(found == [.warning, .warning])
  }

  @Test func elementOfNoDistributionMeetsAll() async throws {
    let found = try await severities([
      "a/element-provides": "operating-system\n", "a/install.d/50-x": hook,
      "b/install.d/50-x": hook,
    ])
    #expect(found == [.warning, .warning])
  }

  @Test func otherElementsAreNamedInGoodGrammar() async throws {
    let found = try await reports(
      ["HK105"], ["a/bin/x": hook, "b/bin/x": hook, "c/bin/x": hook, "c/element-provides": "b\n"])
    #expect(
      found.map(\.message.text) == [
        "`b`, `c` have a file of the same name in this directory",
        "`a` has a file of the same name in this directory",
        "`a` has a file of the same name in this directory",
      ])
  }

  @Test(arguments: [("", Severity.warning), ("c", .error)])
  func duplicateServiceIsAnErrorWhereElementsAlwaysMeet(
    _ needing: String, _ severity: Severity
  ) async throws {
    var files: [String: FixtureFile] = ["a/svc-map": "x: {}\n", "b/svc-map": "x: {}\n"]
    if !needing.isEmpty { files["\(needing)/element-deps"] = "a\nb\n" }
    #expect(try await severities(of: "SV504", files) == [severity, severity])
  }

  @Test(arguments: [
    ("x git /opt/x https://a v1", "x git /opt/x https://a v1", []),
    ("x git /opt/x https://a", "x git /opt/x/ https://a master", []),
    ("x git /opt/x https://a v1", "x git /opt/x https://a v2", [Severity.error, .error]),
    ("x git /opt/x https://a v1", "y git /opt/x https://a v1", [.error, .error]),
    ("x git /opt/x https://a v1", "x git /opt//x/ https://b v1", [.error, .error]),
    ("x git /opt/x https://a v1", "x tar /opt/x https://a .", [.warning, .warning]),
    ("x tar /opt/x https://a .", "y tar /opt/x https://b .", []),
    ("x file /opt/x https://a", "y tar /opt/x https://b .", []),
    ("x package /opt/x https://a", "y git /opt/x https://b v1", []),
    ("x git /opt/x https://a v1", "y git /opt/y https://b v1", []),
  ])
  func destinationIsTakenByAnotherRepositoryOnly(
    _ one: String, _ other: String, _ severities: [Severity]
  ) async throws {
    let files: [String: FixtureFile] = [
      "a/source-repository-a": "\(one)\n", "b/source-repository-b": "\(other)\n",
      "c/element-deps": "a\nb\n",
    ]
    #expect(try await self.severities(of: "SR605", files) == severities)
    let together: FixtureFile = "\(one)\n\(other)\n"
    #expect(
      try await self.severities(of: "SR605", ["a/source-repository-a": together]) == severities)
  }

  @Test func destinationMayBeSharedByElementsThatNeedNotMeet() async throws {
    let found = try await reports(
      ["SR605"],
      [
        "a/source-repository-a": "x git /opt/x https://a v1\n",
        "b/source-repository-b": "x git /opt/x https://a v2\n",
      ])
    #expect(found.map(\.severity) == [.warning, .warning])
    #expect(found.first?.message.text == "`b` fetches something else into `/opt/x`")
  }

  @Test func elementsOfOneDistributionMayMeet() async throws {
    let found = try await severities([
      "a/install.d/50-x": hook, "a/element-deps": "debian\n", "b/install.d/50-x": hook,
      "b/element-deps": "debian\n", "debian/element-provides": "operating-system\n",
    ])
    #expect(found.count == 2)
  }

  @Test func providerNeverMeetsWhatItProvides() async throws {
    let found = try await severities([
      "a/install.d/50-x": hook, "b/install.d/50-x": hook, "b/element-provides": "a\n",
    ])
    #expect(found == [])
  }

  @Test func filesDeeperDownAreMergedWithoutConflict() async throws {
    let found = try await severities(["a/static/etc/x": "x\n", "b/static/etc/x": "x\n"])
    #expect(found == [])
  }

  @Test func everyFirstLevelDirectoryIsMerged() async throws {
    let found = try await severities([
      "a/bin/x": hook, "b/bin/x": hook, "a/tests/y": hook, "b/tests/y": hook,
    ])
    #expect(found == [.warning, .warning])
  }

  @Test func wholeCycleIsPrinted() async throws {
    let found = try await reports(
      ["DP303"],
      [
        "a/element-deps": "b\n", "b/element-deps": "c\n", "c/element-deps": "a\n",
        "d/element-deps": "a\n",
      ])
    #expect(
      found.map(\.message.text) == [
        "`a` needs itself: `a` → `b` → `c` → `a`", "`b` needs itself: `b` → `c` → `a` → `b`",
        "`c` needs itself: `c` → `a` → `b` → `c`",
      ])
  }

  @Test func misspeltDependencyIsGuessed() async throws {
    let found = try await reports(
      ["DP301"],
      ["a/element-deps": "operating-sytem\n", "b/element-provides": "operating-system\n"])
    #expect(found.map(\.hint) == ["did you mean `operating-system`?"])
  }

  @Test func providerConflictIsReportedWhereItArises() async throws {
    let found = try await findings(
      "DP308",
      in: [
        "a/element-deps": "os1\nos2\n", "above/element-deps": "a\n",
        "os1/element-provides": "operating-system\n", "os2/element-provides": "operating-system\n",
      ])
    #expect(found == ["a/element-deps: DP308"])
  }
}
