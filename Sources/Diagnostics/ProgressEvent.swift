/// News while something runs. Console, log files and JSON lines are consumers of one stream.
public struct ProgressEvent: Sendable, Equatable {
  /// What the news is about, such as `iptables/default`; empty for the run as a whole.
  public var subject: String
  /// What happened.
  public var kind: Kind
  /// The line of an output as it was written, where that is not UTF-8.
  public var bytes: [UInt8]?

  /// An event about `subject`.
  public init(_ subject: String, _ kind: Kind, bytes: [UInt8]? = nil) {
    self.subject = subject
    self.kind = kind
    self.bytes = bytes
  }

  /// What happened.
  public enum Kind: Sendable, Equatable {
    case stepStarted(title: String)
    /// One line of a hook's or a tool's output, without its line end.
    case output(source: String, line: String)
    case stepFinished(title: String, outcome: Outcome, duration: Duration)
    /// A resource could not be released after an earlier failure, which it must not hide.
    case releaseFailed(resource: String, reason: String)
    /// Worth knowing, nothing to act on; shown with `-v`.
    case note(String)
    /// Something the user should act on.
    case warning(String)
  }

  /// How a step ended.
  public enum Outcome: Sendable, Equatable {
    case done
    /// Not run again, its layer or record was still right.
    case reused
    case failed(String)
  }
}

/// Where progress goes. Called from any thread, in order for one subject.
public struct ProgressSink: Sendable {
  private let receive: @Sendable (ProgressEvent) -> Void

  /// A sink that hands each event to `receive`.
  public init(_ receive: @escaping @Sendable (ProgressEvent) -> Void) { self.receive = receive }

  /// Passes an event on.
  public func send(_ event: ProgressEvent) { receive(event) }

  /// Passes an event about `subject` on.
  public func send(_ subject: String, _ kind: ProgressEvent.Kind) {
    receive(ProgressEvent(subject, kind))
  }

  /// Drops everything.
  public static let none = ProgressSink { _ in }
}
