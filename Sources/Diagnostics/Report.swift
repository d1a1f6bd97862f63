public import SystemPackage

/// All that a run found out: the value every reporter renders.
public struct Report: Sendable, Codable, Equatable {
  /// What is wrong with the user's files.
  public var findings: [Finding] = []
  /// What is wrong as well, but is not to be reported.
  public var suppressed: [SuppressedFinding] = []
  /// The rules that the findings are of.
  public var rules: [RuleDescription] = []
  /// How each case ended, in the order of elements and files.
  public var cases: [CaseResult] = []
  /// How much was looked at, and when.
  public var summary = Summary()
  /// Facts about the run for the report's header, in order: versions, digests, base, architecture.
  public var properties: [Property] = []
  /// The directory from which relative paths are meant.
  public var directory: FilePath?

  /// An empty report.
  public init() {}

  /// Whether a finding or a case makes the run fail (exit status 1).
  public var isBad: Bool {
    findings.contains { $0.severity >= .warning } || cases.contains(where: \.isBad)
  }

  /// Whether validation found an error, after which nothing is built.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

extension Report {
  /// How much was looked at, and when.
  public struct Summary: Sendable, Codable, Equatable {
    /// The files that were looked at.
    public var files = 0
    /// The elements that were looked at.
    public var elements = 0
    /// How long the run took.
    public var duration = Duration.zero
    /// Seconds since 1970-01-01 UTC at which the run began.
    public var startedAt: Double = 0
    /// The host on which the run was; empty when it is not to be told.
    public var hostName = ""

    /// An empty summary.
    public init() {}
  }

  /// A name and a value.
  public struct Property: Sendable, Codable, Equatable {
    /// What the value is of, such as `base`.
    public var name: String
    /// The value as text.
    public var value: String

    /// The property `name` with `value`.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }
}
