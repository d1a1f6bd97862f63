import Diagnostics
import FoundationEssentials

extension MachineJob.Message {
  /// Before each message, so that it is told from what the machine's kernel prints.
  static let mark: Character = "\u{1E}"

  /// The message for an event; nil for one that no machine sends.
  init?(_ event: ProgressEvent.Kind) {
    switch event {
    case .stepStarted(let title): self = .started(title)
    case .output(let source, let line): self = .output(source: source, line: line)
    case .stepFinished(let title, .failed(let reason), let duration):
      self = .finished(title, failure: reason, duration)
    case .stepFinished(let title, _, let duration):
      self = .finished(title, failure: nil, duration)
    case .note(let text), .warning(let text): self = .note(text)
    case .releaseFailed(let resource, let reason): self = .note("\(resource): \(reason)")
    }
  }

  /// The event that it tells of; nil for a sign of life.
  var event: ProgressEvent.Kind? {
    switch self {
    case .alive: nil
    case .output(let source, let line): .output(source: source, line: line)
    case .started(let title): .stepStarted(title: title)
    case .finished(let title, let failure, let duration):
      .stepFinished(title: title, outcome: failure.map { .failed($0) } ?? .done, duration: duration)
    case .note(let text): .note(text)
    }
  }

  /// Parses a line of the machine's console; nil for any other.
  init?(parsing line: String) {
    guard line.first == Self.mark else { return nil }
    let text = line.dropFirst().filter { $0 != "\r" }
    guard let message = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else {
      return nil
    }
    self = message
  }

  /// The line, ended.
  func line() throws -> [UInt8] {
    Array("\(Self.mark)".utf8) + Array(try JSONEncoder().encode(self)) + Array("\n".utf8)
  }
}
