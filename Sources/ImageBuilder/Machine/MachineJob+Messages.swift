import Diagnostics
import FoundationEssentials

extension MachineJob.Message {
  /// The message for an event; nil for one that no machine sends.
  init?(_ event: ProgressEvent) {
    switch event.kind {
    case .stepStarted(let title): self = .started(title)
    case .output(let source, let line):
      self = .output(source: source, line: line, bytes: event.bytes.map { Data($0) })
    case .stepFinished(let title, .failed(let reason), let duration):
      self = .finished(title, failure: reason, duration)
    case .stepFinished(let title, _, let duration):
      self = .finished(title, failure: nil, duration)
    case .note(let text): self = .note(text)
    case .warning(let text): self = .warning(text)
    case .releaseFailed(let resource, let reason): self = .note("\(resource): \(reason)")
    }
  }

  /// The event about `subject` that it tells of; nil for a sign of life.
  func event(about subject: String) -> ProgressEvent? {
    switch self {
    case .alive: nil
    case .output(let source, let line, let bytes):
      ProgressEvent(subject, .output(source: source, line: line), bytes: bytes.map { Array($0) })
    case .started(let title): ProgressEvent(subject, .stepStarted(title: title))
    case .finished(let title, let failure, let duration):
      ProgressEvent(
        subject,
        .stepFinished(
          title: title, outcome: failure.map { .failed($0) } ?? .done, duration: duration))
    case .note(let text): ProgressEvent(subject, .note(text))
    case .warning(let text): ProgressEvent(subject, .warning(text))
    }
  }
}
