import Diagnostics
import ElementLint
import Testing

struct RuleSelectionTests {
  private func codes(_ selection: RuleSelection) -> Set<String> {
    Set(RuleCatalog.all.filter(selection.includes).map(\.code.rawValue))
  }

  @Test func everythingButOptInRulesRunsByDefault() {
    let expected = RuleCatalog.all.filter { !$0.isOptIn }.map(\.code.rawValue)
    #expect(codes(.standard) == Set(expected))
  }

  @Test func rulesAreSelectedByCodePrefixAndName() throws {
    let selection = try RuleSelection(select: ["HK101", "SR60", "masked-exit-status"])
    let expected: Set = [
      "HK101", "SH805", "SR601", "SR602", "SR603", "SR604", "SR605", "SR606", "SR607", "SR608",
      "SR609",
    ]
    #expect(codes(selection) == expected)
  }

  @Test func longerPrefixWinsWhereBothListsNameARule() throws {
    let selection = try RuleSelection(select: ["EN", "FS203"], ignore: ["EN70", "FS"])
    #expect(codes(selection) == ["FS203"])
    let exception = try RuleSelection(select: ["EN70"], ignore: ["EN", "EN702"])
    #expect(codes(exception) == ["EN703", "EN704", "EN708"])
  }

  @Test func tieIgnoresTheRule() throws {
    let selection = try RuleSelection(select: ["HK101", "HK102"], ignore: ["HK101"])
    #expect(codes(selection) == ["HK102"])
  }

  @Test func nameCountsAsMuchAsTheWholeCode() throws {
    let selection = try RuleSelection(select: ["hook-not-executable"], ignore: ["HK10"])
    #expect(codes(selection) == ["HK101"])
  }

  @Test func extendedSelectionKeepsTheDefaults() throws {
    #expect(codes(try RuleSelection(extendedBy: ["HK101"])) == codes(.standard))
  }

  @Test func allMeansEveryRule() throws {
    #expect(codes(try RuleSelection(select: ["ALL"])).count == RuleCatalog.all.count)
  }

  @Test func wordsOfOtherLintersAreIgnoredUnlessSelected() throws {
    var selection = RuleSelection.standard
    selection.ignoredLegacyNames = ["sete"]
    #expect(!codes(selection).contains("SH801") && codes(selection).contains("SH802"))
    selection = try RuleSelection(extendedBy: ["SH801"])
    selection.ignoredLegacyNames = ["sete"]
    #expect(codes(selection).contains("SH801"))
  }

  @Test(arguments: ["HK999", "", "hook-not-executible", "hk101"])
  func unknownRuleIsAnError(_ name: String) {
    #expect(throws: InputError.self) { try RuleSelection(ignore: [name]) }
  }

  @Test func closestRuleIsOffered() {
    #expect {
      try RuleCatalog.rule("hook-not-executible")
    } throws: { error in
      (error as? InputError)?.hint == "did you mean `hook-not-executable`?"
    }
  }
}
