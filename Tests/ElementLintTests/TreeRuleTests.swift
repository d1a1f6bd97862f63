import Diagnostics
import TestSupport
import Testing

/// What the examples of rules that compare elements cannot show.
struct TreeRuleTests {
  private let hook = FixtureFile.executable("#!/bin/bash\n")

  private func severities(_ files: [String: FixtureFile]) async throws -> [Severity] {
    try await reports(["HK105"], files).map(\.severity)
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
