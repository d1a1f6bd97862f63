import Diagnostics

/// What a terminal shows of running work: a value fed with events, read as lines.
struct LiveView {
  private var running: [Activity] = []
  private var done = 0
  private var failed = 0

  /// A step that has started and not ended.
  private struct Activity {
    let subject: String
    let title: String
    let start: Duration
  }

  /// Takes in an event that arrived `now`, counted from the start of the run.
  mutating func apply(_ event: ProgressEvent, at now: Duration) {
    switch event.kind {
    case .stepStarted(let title):
      running.append(Activity(subject: event.subject, title: title, start: now))
    case .stepFinished(let title, let outcome, _):
      if case .failed = outcome { failed += 1 } else { done += 1 }
      let last = running.lastIndex { $0.subject == event.subject && $0.title == title }
      if let last { running.remove(at: last) }
    case .output, .releaseFailed, .note, .warning: break
    }
  }

  /// The lines to show `now`, none wider than `columns`: the innermost step of each subject as
  /// far as they fit into half the terminal, then the counts.
  func lines(columns: Int, rows: Int, at now: Duration, style: TerminalStyle) -> [String] {
    let steps = innermostSteps
    let shown = steps.prefix(max(1, rows / 2 - 1))
    return shown.map { line(for: $0, columns: columns, at: now, style: style) }
      + [style.apply(.heading, TerminalWidth.truncated(counts(steps.count, now), to: columns))]
  }

  /// A build step runs inside the step of its case: only the inner one is news.
  private var innermostSteps: [Activity] {
    var innermost: [Activity] = []
    for step in running {
      let other = innermost.firstIndex { $0.subject == step.subject }
      if let other { innermost[other] = step } else { innermost.append(step) }
    }
    return innermost
  }

  /// Subject, title and time; the title gives way on a narrow terminal.
  private func line(
    for step: Activity, columns: Int, at now: Duration, style: TerminalStyle
  ) -> String {
    let time = "  \(LiveView.clock(now - step.start))"
    let name = step.subject.isEmpty ? step.title : "\(step.subject): \(step.title)"
    let room = max(0, columns - TerminalWidth.columns(of: time) - 2)
    let text = "  " + TerminalWidth.truncated(PrintableText.forTerminal(name), to: room)
    return TerminalWidth.truncated(text, to: columns) + style.apply(.aside, time)
  }

  private func counts(_ runningCount: Int, _ now: Duration) -> String {
    let failures = failed > 0 ? ", \(failed) failed" : ""
    return "\(done) done\(failures), \(runningCount) running, \(LiveView.clock(now))"
  }

  /// `4.2 s` up to a minute, then `3:07`.
  private static func clock(_ duration: Duration) -> String {
    let tenths = Int(duration / .milliseconds(100))
    if tenths < 600 { return "\(tenths / 10).\(tenths % 10) s" }
    return "\(tenths / 600):\(zeroPadded(tenths / 10 % 60, 2))"
  }
}
