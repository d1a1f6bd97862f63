import Diagnostics

/// An event as one line of a log.
enum LogLine {
  static func text(for event: ProgressEvent) -> String {
    switch event.kind {
    case .stepStarted(let title): "started  \(plain(title))"
    case .output(let source, let line): "[\(plain(source))] \(plain(line))"
    case .stepFinished(let title, let outcome, let duration):
      finished(plain(title), outcome, "\(duration.decimalSeconds) s")
    case .releaseFailed(let resource, let reason):
      "warning  cannot release \(plain(resource)): \(plain(reason))"
    case .note(let text): "note     \(plain(text))"
    case .warning(let text): "warning  \(plain(text))"
    }
  }

  private static func finished(
    _ title: String, _ outcome: ProgressEvent.Outcome, _ time: String
  ) -> String {
    switch outcome {
    case .done: "done     \(title) in \(time)"
    case .reused: "reused   \(title) in \(time)"
    case .failed(let reason): "failed   \(title) in \(time): \(plain(reason))"
    }
  }

  private static func plain(_ text: String) -> String { PrintableText.forTerminal(text) }
}
