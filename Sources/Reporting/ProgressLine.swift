import Diagnostics

/// How much progress is shown.
package enum Verbosity: Int, Sendable, Comparable {
  case quiet, normal, verbose

  package static func < (left: Verbosity, right: Verbosity) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The line that stays on the console for an event, if it is worth one.
struct ProgressLine {
  let verbosity: Verbosity
  let style: TerminalStyle
  /// On a terminal the live view counts what went well, so that only the rest needs a line.
  let showsSuccess: Bool

  func text(for event: ProgressEvent) -> String? {
    switch event.kind {
    case .stepStarted: nil
    case .output(let source, let line):
      verbosity >= .verbose ? output(line, from: source) : nil
    case .stepFinished(let title, let outcome, let duration):
      finished(event.subject, title, outcome, duration)
    case .releaseFailed(let resource, let reason):
      warning("\(prefix(event.subject))cannot release \(resource): \(reason)")
    case .note(let text):
      verbosity >= .verbose ? style.apply(.aside, printable(prefix(event.subject) + text)) : nil
    case .warning(let text): warning(prefix(event.subject) + text)
    }
  }

  private func output(_ line: String, from source: String) -> String {
    style.apply(.aside, printable(source) + " |") + " " + printable(line)
  }

  private func finished(
    _ subject: String, _ title: String, _ outcome: ProgressEvent.Outcome, _ duration: Duration
  ) -> String? {
    let text = printable(prefix(subject) + title) + "  \(duration.decimalSeconds) s"
    switch outcome {
    case .done: return showsSuccess ? style.apply(.success, "done   ") + " " + text : nil
    case .reused: return verbosity >= .verbose ? style.apply(.success, "reused ") + " " + text : nil
    case .failed(let reason):
      guard verbosity > .quiet else { return nil }
      return style.apply(.failure, "failed ") + " " + text + ": " + printable(reason)
    }
  }

  private func warning(_ text: String) -> String {
    style.apply(.warning, "warning") + " " + printable(text)
  }

  private func prefix(_ subject: String) -> String { subject.isEmpty ? "" : "\(subject): " }

  private func printable(_ text: String) -> String { PrintableText.forTerminal(text) }
}
