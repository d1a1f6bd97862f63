/// A finding that is not reported, because somebody said so.
public struct SuppressedFinding: Hashable, Sendable, Codable {
  /// The finding.
  public var finding: Finding
  /// Who said so.
  public var reason: Reason

  /// Where it is said that a finding is not to be reported.
  public enum Reason: String, Sendable, Codable {
    /// In a comment of the file.
    case comment
    /// In a list of findings that are known.
    case baseline
  }

  /// A finding that is not reported for `reason`.
  public init(_ finding: Finding, because reason: Reason) {
    self.finding = finding
    self.reason = reason
  }
}
