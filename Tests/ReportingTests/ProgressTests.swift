import Diagnostics
import Testing

@testable import Reporting

struct ProgressTests {
  private let hook = "install.d/50-iptables"

  @Test func liveViewShowsTheInnermostStepOfEachSubject() {
    var view = LiveView()
    view.apply(.init("a/default", .stepStarted(title: "build")), at: .zero)
    view.apply(.init("a/default", .stepStarted(title: hook)), at: .seconds(1))
    view.apply(.init("b/default", .stepStarted(title: "build")), at: .seconds(2))
    #expect(
      lines(of: view, at: .seconds(3)) == [
        "  a/default: install.d/50-iptables  2.0 s", "  b/default: build  1.0 s",
        "0 done, 2 running, 3.0 s",
      ])
  }

  @Test func finishedStepsAreCounted() {
    var view = LiveView()
    for outcome in [ProgressEvent.Outcome.done, .reused, .failed("status 1")] {
      view.apply(.init("a", .stepStarted(title: hook)), at: .zero)
      view.apply(.init("a", finished(outcome)), at: .zero)
    }
    #expect(lines(of: view, at: .seconds(187)) == ["2 done, 1 failed, 0 running, 3:07"])
  }

  @Test func liveViewFitsTheTerminal() {
    var view = LiveView()
    for number in 0..<50 { view.apply(.init("日本語\(number)", .stepStarted(title: hook)), at: .zero) }
    let lines = lines(of: view, at: .seconds(1), columns: 20, rows: 10)
    #expect(lines.count == 5)
    #expect(lines.allSatisfy { TerminalWidth.columns(of: $0) <= 20 })
    #expect(lines.first == "  日本語0: i…  1.0 s")
  }

  @Test func regionIsErasedBeforeItIsDrawnAgain() {
    var region = LiveRegion()
    #expect(region.replace(with: ["a", "b"], columns: 80) == "a\nb")
    #expect(
      region.replace(with: ["c"], after: ["kept"], columns: 80) == "\r\u{1b}[1A\u{1b}[Jkept\nc")
    #expect(region.replace(with: [], columns: 80) == "\r\u{1b}[J")
    #expect(region.replace(with: [], after: ["kept"], columns: 80) == "kept\n")
  }

  @Test func linesWrappedByANarrowerWindowAreErasedToo() {
    var region = LiveRegion()
    _ = region.replace(with: ["12345678901", "\u{1b}[1m1234567890\u{1b}[0m"], columns: 80)
    #expect(region.replace(with: [], columns: 10) == "\r\u{1b}[2A\u{1b}[J")
  }

  @Test func pipeGetsOneLineForEachFinishedStep() {
    let line = ProgressLine(verbosity: .normal, style: .plain, showsSuccess: true)
    #expect(line.text(for: .init("a", .stepStarted(title: hook))) == nil)
    #expect(line.text(for: .init("a", .output(source: "50-iptables", line: "x"))) == nil)
    #expect(line.text(for: .init("a", finished(.done))) == "done    a: \(hook)  1.500 s")
    #expect(line.text(for: .init("", finished(.reused))) == nil)
    #expect(
      line.text(for: .init("a", finished(.failed("status 3"))))
        == "failed  a: \(hook)  1.500 s: status 3")
  }

  @Test func whatIsTakenFromTheStoreIsNewsOnlyToTheCurious() {
    let line = ProgressLine(verbosity: .verbose, style: .plain, showsSuccess: true)
    #expect(line.text(for: .init("", finished(.reused))) == "reused  \(hook)  1.500 s")
  }

  @Test func verboseOutputCarriesTheNameOfItsHook() {
    let line = ProgressLine(verbosity: .verbose, style: .plain, showsSuccess: true)
    let event = ProgressEvent("a", .output(source: "50-iptables", line: "one\u{1b}[2K\ttwo"))
    #expect(line.text(for: event) == "50-iptables | one  two")
  }

  @Test func quietKeepsOnlyWarnings() {
    let line = ProgressLine(verbosity: .quiet, style: .plain, showsSuccess: false)
    #expect(line.text(for: .init("a", finished(.failed("status 3")))) == nil)
    #expect(line.text(for: .init("a", .warning("low disk"))) == "warning a: low disk")
    #expect(
      line.text(for: .init("a", .releaseFailed(resource: "/x", reason: "busy")))
        == "warning a: cannot release /x: busy")
  }

  @Test func oneStreamFeedsSeveralSinks() {
    let received = Received()
    let sink = ProgressSink(joining: [received.sink, received.sink])
    sink.send("a", .note("x"))
    #expect(received.count == 2)
  }

  private func finished(_ outcome: ProgressEvent.Outcome) -> ProgressEvent.Kind {
    .stepFinished(title: hook, outcome: outcome, duration: .milliseconds(1500))
  }

  private func lines(
    of view: LiveView, at now: Duration, columns: Int = 80, rows: Int = 24
  ) -> [String] {
    view.lines(columns: columns, rows: rows, at: now, style: .plain)
  }
}
