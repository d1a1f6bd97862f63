import ElementModel
@testable import ImageBuilder
import Testing

/// What a failed hook says of itself.
@Suite struct HookFailureTests {
  @Test func theLineThatBashNamesIsFound() {
    let failure = failure(["ok", "/tmp/in_target.d/install.d/50-foo: line 12: nosuch: not found"])
    #expect(failure.line == 12)
  }

  @Test func otherFilesLinesAreNot() {
    #expect(failure(["/tmp/in_target.d/install.d/60-bar: line 3: nosuch: not found"]).line == nil)
  }

  @Test(
    arguments: [
      (HookFailure.Ending.exited(7), 7), (.signalled(9), 137), (.timedOut(.seconds(5)), 124),
    ] as [(HookFailure.Ending, Int32)])
  func theStatusIsThatOfAShell(_ ending: HookFailure.Ending, _ status: Int32) {
    var failure = failure([])
    failure.ending = ending
    #expect(failure.status == status)
  }

  private func failure(_ lines: [String]) -> HookFailure {
    HookFailure(
      phase: .install, hook: "50-foo", element: "foo", file: nil, ending: .exited(1),
      lastLines: lines)
  }
}
