import ElementModel
import Testing

@testable import ImageBuilder

/// The variables `break`, `break_cmd` and `break_outside_target`, after dib-contract section 7.6.
@Suite struct BreakPointsTests {
  @Test func nothingStopsUnlessAskedFor() {
    #expect(BreakPoints().stop(.before, .root) == nil)
    #expect(breaks("before-install").stop(.after, .install) == nil)
    #expect(breaks("before-install").stop(.before, .install)?.title == "before-install")
  }

  @Test func theCommandCountsBeforeHostPhasesAndAfterErrors() {
    let names = "before-root,after-root,before-install,after-install,after-error"
    let breaks = breaks(names, ["break_cmd": "ls"])
    #expect(breaks.stop(.before, .root)?.command == "ls")
    #expect(breaks.stop(.after, .root)?.command == nil)
    #expect(breaks.stop(.before, .install)?.command == nil)
    #expect(breaks.stop(.error, .install)?.command == "ls")
  }

  @Test func anErrorInTheChrootIsLookedAtThereOrFromOutside() {
    #expect(breaks("after-error").stop(.error, .install)?.runsInChroot == true)
    #expect(breaks("after-error").stop(.error, .root)?.runsInChroot == false)
    let outside = breaks("after-error", ["break_outside_target": "1"])
    #expect(outside.stop(.error, .install)?.runsInChroot == false)
  }

  @Test func unknownNamesAreWarnedOf() {
    #expect(breaks("after-error,before-block-device").warnings == [])
    #expect(
      breaks("before-instal").warnings
        == ["there is no break point `before-instal`; did you mean `before-install`?"])
  }

  @Test func aMachineHasNoShell() {
    let names = "before-install,before-pre-finalise,after-cleanup,after-error"
    let titles = { (warnings: [String]) in warnings.map { $0.split(separator: "`")[1] } }
    #expect(
      titles(breaks(names).warningsInMachine)
        == ["before-pre-finalise", "after-error", "after-cleanup"])
    // A command counts before phases on the host, and after errors.
    #expect(
      titles(breaks(names, ["break_cmd": "ls"]).warningsInMachine) == ["after-cleanup"])
  }

  private func breaks(_ names: String, _ variables: [String: String] = [:]) -> BreakPoints {
    BreakPoints(variables: variables.merging(["break": names]) { $1 })
  }
}
