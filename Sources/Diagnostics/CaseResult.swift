public import SystemPackage

/// How one case ended: the validation of a file, a build, an assertion.
public struct CaseResult: Sendable, Codable, Equatable {
  /// The element under test; one JUnit test suite each.
  public var element: String
  /// What was done with the element.
  public var stage: Stage
  /// Stable between runs and unique within element and stage; never holds an observed value.
  public var name: String
  /// How it ended.
  public var verdict: Verdict
  /// How long it took.
  public var duration: Duration
  /// Where the case is written down.
  public var location: SourceLocation?
  /// The full log, when there is one.
  public var log: FilePath?

  /// A result; `name` must be stable between runs.
  public init(
    element: String, stage: Stage, name: String, verdict: Verdict, duration: Duration = .zero,
    location: SourceLocation? = nil, log: FilePath? = nil
  ) {
    self.element = element
    self.stage = stage
    self.name = name
    self.verdict = verdict
    self.duration = duration
    self.location = location
    self.log = log
  }
}

extension CaseResult {
  /// What was done with the element.
  public enum Stage: String, Sendable, Codable, CaseIterable {
    case validate, build, assert
  }

  /// The four ways a case can end.
  public enum Verdict: Sendable, Codable, Equatable {
    case passed
    case failed(Failure)
    case skipped(reason: String)
    /// The question could not be asked: a crash, a timeout, an unreadable rootfs.
    case errored(Failure)
  }

  /// Why a case failed. `message` and `details` each stand alone: some readers show only one.
  public struct Failure: Sendable, Codable, Equatable {
    /// A rule code, or a kind such as `hook-failed` or `assertion`.
    public var code: String
    /// One line.
    public var message: String
    /// Where what was not met is written down.
    public var location: SourceLocation?
    /// What should have been found.
    public var expected: String?
    /// What was found.
    public var found: String?
    /// Evidence: a difference, the last lines of a log, who last touched the path.
    public var details: String
    /// The one command that shows the failure again.
    public var reproduce: String?

    /// A failure; everything but the code and the one-line message is optional.
    public init(
      code: String, message: String, at location: SourceLocation? = nil, expected: String? = nil,
      found: String? = nil, details: String = "", reproduce: String? = nil
    ) {
      self.code = code
      self.message = message
      self.location = location
      self.expected = expected
      self.found = found
      self.details = details
      self.reproduce = reproduce
    }
  }

  /// Whether the case makes the run fail.
  public var isBad: Bool {
    switch verdict {
    case .failed, .errored: true
    case .passed, .skipped: false
    }
  }
}
