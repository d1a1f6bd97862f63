import ElementModel
import Testing

@Suite struct RunPartsTests {
  @Test(arguments: ["10-a", "a", "-3-neg", "B_x", "10", "_"]) func wordsAreAccepted(name: String) {
    #expect(RunParts.accepts(name))
    #expect(RunParts.acceptsEnvironment(name))
  }

  @Test(arguments: ["", "10-a~", "a b", "ä", "a/b", "a\n", "10+x"])
  func otherNamesAreNot(name: String) {
    #expect(!RunParts.accepts(name))
    #expect(!RunParts.acceptsEnvironment(name))
  }

  @Test func dotIsForEnvironmentFilesOnly() {
    #expect(!RunParts.accepts("10-a.bash"))
    #expect(RunParts.acceptsEnvironment("10-a.bash"))
  }

  @Test func orderIsByNumberThenByBytes() {
    let expected = [
      "-3-neg", "00-x", "B_x", "abc", "05-bar", "5-foo", "9-z", "010-q", "10-a", "70-link", "100-z",
    ]
    #expect(expected.shuffled().sorted(by: RunParts.precedes) == expected)
  }

  @Test func numbersMayBeOfAnyLength() {
    let expected = [
      "-99999999999999999999999-a", "-10-a", "-2-a", "-0-a", "0-a", "99999999999999999999998-a",
      "0099999999999999999999999-a",
    ]
    #expect(expected.reversed().sorted(by: RunParts.precedes) == expected)
  }

  @Test(arguments: [
    ("10-a", 10), ("007", 7), ("a10", 0), ("-3-neg", -3), ("-a", 0), ("", 0),
    ("99999999999999999999", Int.max), ("-99999999999999999999", -Int.max),
  ])
  func numberIsTheLeadingOne(name: String, number: Int) {
    #expect(RunParts.number(of: name) == number)
  }
}

@Suite struct HookPhaseTests {
  @Test func phasesAreInRunOrder() {
    #expect(
      HookPhase.allCases.map(\.rawValue) == [
        "root.d", "extra-data.d", "pre-install.d", "install.d", "post-install.d", "post-root.d",
        "block-device.d", "pre-finalise.d", "finalise.d", "cleanup.d",
      ])
    #expect(HookPhase.allCases == HookPhase.allCases.reversed().sorted())
  }

  @Test func fourPhasesRunInTheChroot() {
    #expect(
      HookPhase.allCases.filter(\.runsInChroot) == [.preInstall, .install, .postInstall, .finalise])
  }
}
